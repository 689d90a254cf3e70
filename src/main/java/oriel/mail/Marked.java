package oriel.mail;

import java.util.Set;

/**
 * What one message is marked with.
 *
 * @param flags those that are a {@link Flag}
 * @param tags its other keywords, as in {@link Envelope#tags}
 */
public record Marked(long uid, Set<Flag> flags, Set<String> tags) {

    public Marked {
        flags = Set.copyOf(flags);
        tags = Set.copyOf(tags);
    }
}
