package oriel.index;

import java.util.Collection;

/** What {@link Threads} may ask about the messages that are indexed already, those of the same batch included. */
interface ThreadLookup {

    /** The conversations of the messages with one of these Message-IDs, each once; of Message-IDs that are not empty. */
    long[] named(Collection<String> messageIds);

    /** The conversations of the messages that have this Message-ID among their references, each once. */
    long[] referring(String messageId);
}
