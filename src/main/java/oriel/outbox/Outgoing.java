package oriel.outbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oriel.mail.AccountId;
import oriel.mail.Draft;
import oriel.mail.Flag;
import oriel.mail.MessageRef;

/**
 * A message to send.
 *
 * @param account who sends it
 * @param draft the message; its Message-ID is what makes it the same message at every attempt
 * @param original the message that it answers or forwards; null if none
 * @param mark what the original is marked with once this has left: {@link Flag#ANSWERED} or {@link Flag#FORWARDED}
 * @param again whether the user, told that it may have left already, wants it sent all the same
 */
public record Outgoing(
        AccountId account, Draft draft, @Nullable MessageRef original, Flag mark, boolean again) {

    public Optional<MessageRef> originalRef() {
        return Optional.ofNullable(original);
    }

    String messageId() {
        return draft.messageId();
    }
}
