package oriel.html;

/** Whether images that other servers hold may be loaded by the reader's browser. */
public enum RemoteContent {
    /** Nothing leaves the browser; what would have been loaded is counted. */
    BLOCK,
    /** Images from https addresses are kept, and nothing else. */
    ALLOW
}
