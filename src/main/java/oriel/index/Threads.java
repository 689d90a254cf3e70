package oriel.index;

import oriel.mail.Summary;

/** Says to which conversations a message belongs. */
final class Threads {

    private Threads() {}

    /**
     * The conversations that a message connects: none if it begins a new one; all of them become one.
     *
     * @param lookup what is known of other messages; it may know an older version of this one, too
     */
    static long[] of(Summary summary, ThreadLookup lookup) {
        long[] before = lookup.named(summary.references());
        if (before.length > 0 || summary.messageId().isEmpty()) {
            return before;
        }
        return lookup.referring(summary.messageId());
    }
}
