package oriel.compose;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import oriel.mail.AccountId;

/**
 * Names what somebody writes, from the first letter until it is sent. It is too random to be guessed, and the
 * Message-ID is made of it, so that a second attempt to send is known as one.
 *
 * @param value a UUID in its usual form
 */
public record CompositionId(String value) implements Serializable {

    private static final String FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    public CompositionId {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("not the name of a composition");
        }
    }

    public static CompositionId create() {
        return new CompositionId(UUID.randomUUID().toString());
    }

    /** The Message-ID with angle brackets: this name at the domain of the sender (RFC 5322 section 3.6.4). */
    public String messageId(AccountId sender) {
        String domain = sender.value().substring(sender.value().lastIndexOf('@') + 1);
        return "<" + value + "@" + (domain.matches("[a-z0-9.-]+") ? domain : "oriel.invalid") + ">";
    }

    /** The composition that a Message-ID of ours was made for; empty if it is none of ours. */
    static Optional<CompositionId> ofMessageId(String messageId) {
        int at = messageId.indexOf('@');
        String local = at > 0 ? messageId.substring(1, at) : "";
        return local.matches(FORM) ? Optional.of(new CompositionId(local)) : Optional.empty();
    }
}
