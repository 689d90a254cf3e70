package oriel.index;

/** What a list is sorted by; within equal values by date, newest first. */
public enum Sort {
    DATE,
    SENDER,
    RECIPIENT,
    SUBJECT,
    SIZE,
    UNREAD,
    FLAGGED,
    ATTACHMENT,
    /** How well it fits what was searched for; best first. */
    RELEVANCE
}
