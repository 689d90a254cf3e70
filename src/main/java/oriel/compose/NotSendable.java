package oriel.compose;

/** What was written can't be sent as it is; nothing was sent. The sentence for people is in the message bundle. */
public final class NotSendable extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final String key;
    private final transient Object[] arguments;

    NotSendable(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments;
    }

    /** The key of the sentence that tells the user. */
    public String key() {
        return key;
    }

    /** What fills the {0}, {1} ... of the sentence; shown to the user, never logged. */
    public Object[] arguments() {
        return arguments.clone();
    }
}
