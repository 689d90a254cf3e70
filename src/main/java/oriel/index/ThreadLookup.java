package oriel.index;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What {@link Threads} may ask about the messages that are indexed already, those of the same batch included. */
interface ThreadLookup {

    /** The conversations of the messages with one of these Message-IDs, each once; of Message-IDs that are not empty. */
    long[] named(Collection<String> messageIds);

    /** The conversations of the messages that have this Message-ID among their references, each once. */
    long[] referring(String messageId);

    /**
     * The messages with this base subject that were received between two moments, both included.
     *
     * @param base as {@link BaseSubject} makes it, not empty
     * @param most how many are wanted; the newest are returned
     */
    List<Near> sameSubject(String base, Instant from, Instant to, int most);

    /** A message with the same subject. */
    record Near(long thread, Instant date) {}
}
