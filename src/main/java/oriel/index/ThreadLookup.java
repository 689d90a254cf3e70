package oriel.index;

import java.util.Set;

/** What {@link Threads} may ask about the messages that are indexed already, those of the same batch included. */
interface ThreadLookup {

    /** Adds the conversations of the messages with this Message-ID, which is not empty. */
    void named(String messageId, Set<Long> found);

    /** Adds the conversations of the messages that have this Message-ID among their references. */
    void referring(String messageId, Set<Long> found);
}
