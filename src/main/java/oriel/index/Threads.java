package oriel.index;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.LongStream;
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
        Set<String> names = new LinkedHashSet<>(summary.references());
        if (!summary.messageId().isEmpty()) {
            names.add(summary.messageId());
        }
        // Those that answer the same message belong together even if that message is not here.
        return LongStream.concat(
                        LongStream.of(lookup.named(names)),
                        names.stream().flatMapToLong(each -> LongStream.of(lookup.referring(each))))
                .distinct()
                .toArray();
    }
}
