package oriel.mail;

/** What a folder is for (RFC 6154), in the order in which people expect the special ones. */
public enum SpecialUse {
    INBOX,
    DRAFTS,
    SENT,
    ARCHIVE,
    JUNK,
    TRASH,
    NONE
}
