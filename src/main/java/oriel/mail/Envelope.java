package oriel.mail;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A row of the list: what can be told of a message without opening it.
 *
 * @param ref which message
 * @param from who wrote it; may be empty
 * @param to whom it was sent to; may be empty
 * @param subject decoded, one line; empty if there is none
 * @param date when the server received it (INTERNALDATE), or else when it says it was written
 * @param size bytes as the server estimates them (RFC822.SIZE); never used to truncate
 * @param flags its marks
 * @param tags keywords that people gave it (RFC 3501 section 2.3.2), as the server spells them; without those that are a
 *     {@link Flag}
 * @param attachments whether it seems to carry attachments, told from BODYSTRUCTURE or Content-Type
 */
public record Envelope(
        MessageRef ref,
        List<Address> from,
        List<Address> to,
        String subject,
        Instant date,
        long size,
        Set<Flag> flags,
        Set<String> tags,
        boolean attachments)
        implements Serializable {

    public Envelope {
        from = List.copyOf(from);
        to = List.copyOf(to);
        subject = Lines.folded(subject);
        flags = Set.copyOf(flags);
        tags = Set.copyOf(tags);
    }

    /** The same row with the message named otherwise. */
    public Envelope at(MessageRef other) {
        return new Envelope(other, from, to, subject, date, size, flags, tags, attachments);
    }

    /** The same row with other tags. */
    public Envelope tagged(Set<String> others) {
        return new Envelope(ref, from, to, subject, date, size, flags, others, attachments);
    }

    public boolean unread() {
        return !flags.contains(Flag.SEEN);
    }

    public boolean flagged() {
        return flags.contains(Flag.FLAGGED);
    }
}
