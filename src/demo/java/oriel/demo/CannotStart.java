package oriel.demo;

/** Something that whoever starts Oriel can put right; the message is the sentence that tells how. */
public final class CannotStart extends RuntimeException {

    /** @param sentence what is wrong, and what to do */
    public CannotStart(String sentence) {
        // Without a stack trace: the mistake is not in the code.
        super(sentence, null, false, false);
    }
}
