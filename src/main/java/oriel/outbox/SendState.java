package oriel.outbox;

/** How far a message has come on its way out. */
public enum SendState {
    /** Written down, nothing left yet. */
    PREPARED,
    /** On the wire: without an answer nobody knows whether it left. */
    DATA_STARTED,
    /** The connection was lost after the text was on its way, and the message was not found in Sent so far. */
    UNKNOWN,
    /** The server has taken responsibility for it (RFC 5321 section 4.2.5). */
    ACCEPTED,
    /** Accepted, and a copy is in Sent. */
    FILED,
    /** Accepted, but no copy could be put into Sent. */
    NOT_FILED;

    /** Whether the server has it for certain. */
    public boolean sent() {
        return this == ACCEPTED || this == FILED || this == NOT_FILED;
    }
}
