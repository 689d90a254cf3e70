package oriel.compose;

import oriel.mail.Flag;

/** How a message came to be written. */
public enum ComposeKind {
    NEW,
    REPLY,
    REPLY_ALL,
    FORWARD;

    /** What the original is marked with once this has been sent. */
    public Flag mark() {
        return this == FORWARD ? Flag.FORWARDED : Flag.ANSWERED;
    }
}
