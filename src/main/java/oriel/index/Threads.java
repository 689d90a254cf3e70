package oriel.index;

import java.util.SortedSet;
import java.util.TreeSet;
import oriel.mail.Summary;

/** Says to which conversations a message belongs. */
final class Threads {

    private Threads() {}

    /**
     * The conversations that a message connects: none if it begins a new one; all of them become one.
     *
     * @param lookup what is known of other messages; it may know an older version of this one, too
     */
    static SortedSet<Long> of(Summary summary, ThreadLookup lookup) {
        SortedSet<Long> connected = new TreeSet<>();
        if (!summary.messageId().isEmpty()) {
            connect(summary.messageId(), lookup, connected);
        }
        for (String each : summary.references()) {
            connect(each, lookup, connected);
        }
        return connected;
    }

    /** Those that answer the same message belong together even if that message is not here. */
    private static void connect(String messageId, ThreadLookup lookup, SortedSet<Long> connected) {
        lookup.named(messageId, connected);
        lookup.referring(messageId, connected);
    }
}
