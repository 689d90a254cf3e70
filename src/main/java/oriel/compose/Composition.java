package oriel.compose;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oriel.mail.AccountId;
import oriel.mail.Address;
import oriel.mail.MessageRef;
import oriel.mail.Owner;

/**
 * What a message begins with when somebody starts to write it.
 *
 * @param id its name
 * @param account who writes and sends
 * @param owner whose mail it is about: what it is written as, unless the writer chooses otherwise
 * @param kind how it came about
 * @param original what is answered or forwarded; null for a new message
 * @param html what the text begins with, sanitized; inline images are {@code cid:} addresses
 * @param text the same as plain text
 * @param inReplyTo Message-ID of the original; empty if there is none
 * @param references the thread, oldest first
 * @param missing names of attachments that could not be carried along
 */
public record Composition(
        CompositionId id,
        AccountId account,
        Owner owner,
        ComposeKind kind,
        @Nullable MessageRef original,
        List<Address> to,
        List<Address> cc,
        String subject,
        String html,
        String text,
        String inReplyTo,
        List<String> references,
        List<String> missing)
        implements Serializable {

    public Composition {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        references = List.copyOf(references);
        missing = List.copyOf(missing);
    }

    /** The author to begin with. */
    public Address from() {
        return new Address("", owner.isSelf() ? account.value() : owner.address());
    }

    public Optional<MessageRef> originalRef() {
        return Optional.ofNullable(original);
    }

    /** The same without its text, which the browser has: this is what a session needs to hold. */
    public Composition withoutText() {
        return new Composition(
                id, account, owner, kind, original, to, cc, subject, "", "", inReplyTo, references, missing);
    }

    public String messageId() {
        return id.messageId(account);
    }
}
