package oriel.mail;

/** What a message can be marked with: the system flags of RFC 3501 section 2.3.2 and the keywords of RFC 5788. */
public enum Flag {
    SEEN,
    FLAGGED,
    ANSWERED,
    DRAFT,
    DELETED,
    /** {@code $Forwarded}. */
    FORWARDED,
    /** {@code $Junk}. */
    JUNK
}
