package oriel.mail;

/**
 * How much of what a mailbox may hold is used up (RFC 9208 section 5).
 *
 * @param used bytes, or messages
 * @param limit of the same; positive
 */
public record Quota(Resource resource, long used, long limit) {

    /** What is counted. */
    public enum Resource {
        STORAGE,
        MESSAGE
    }

    public Quota {
        if (used < 0 || limit <= 0) {
            throw new IllegalArgumentException("a quota has a limit");
        }
    }

    /** Used of what is allowed; 1 is full. */
    public double share() {
        return (double) used / limit;
    }
}
