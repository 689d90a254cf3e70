package oriel.index;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oriel.mail.Envelope;

/**
 * A row of a list.
 *
 * @param preview how the text begins, one line; null if it has not been read yet
 * @param thread the conversation that it stands for; null where rows are messages
 */
public record Row(
        Envelope envelope,
        @Nullable String preview,
        @Nullable Conversation thread) {

    public Optional<String> previewLine() {
        return Optional.ofNullable(preview);
    }

    public Optional<Conversation> conversation() {
        return Optional.ofNullable(thread);
    }
}
