package oriel.index;

/** What a list can be narrowed to by one click. */
public enum QuickFilter {
    UNREAD,
    FLAGGED,
    ATTACHMENT,
    /** Sent to one of the account's own addresses, as against a list's or a hidden recipient's. */
    TO_ME
}
