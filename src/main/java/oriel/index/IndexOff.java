package oriel.index;

/**
 * The index of an account takes nothing now, or has lost what was written last. Whoever follows the account's folders stops,
 * and begins again after a while with {@link MessageIndex#known}.
 */
public final class IndexOff extends RuntimeException {

    private static final long serialVersionUID = 1;

    IndexOff(String message) {
        super(message);
    }

    IndexOff(String message, Throwable cause) {
        super(message, cause);
    }
}
