package oriel.mailbox;

/** Whoever waits for long work and may end it. */
@FunctionalInterface
public interface Progress {

    /**
     * Tells how far it has come.
     *
     * @return whether to go on
     */
    boolean goesOn(int done, int total);
}
