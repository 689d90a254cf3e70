package oriel.mail;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * An opened message: all that is shown at once. Attachments are named here and read on their own.
 *
 * @param envelope the row it was opened from, as it is now
 * @param sender who sent it for the author, if that is somebody else; may be empty
 * @param replyTo where answers go; empty means to {@code from}
 * @param cc the further recipients
 * @param bcc the hidden recipients, in mail of one's own
 * @param messageId with angle brackets; empty if there is none
 * @param inReplyTo Message-ID of what it answers; empty if none
 * @param references the thread's Message-IDs, oldest first
 * @param bodies what to read, in order; never empty, at worst one empty plain text
 * @param attachments in the order in which they stand
 * @param notes what could not be shown as sent
 */
public record Message(
        Envelope envelope,
        List<Address> sender,
        List<Address> replyTo,
        List<Address> cc,
        List<Address> bcc,
        String messageId,
        String inReplyTo,
        List<String> references,
        List<Body> bodies,
        List<Attachment> attachments,
        Set<Note> notes)
        implements Serializable {

    /** Why a message is shown in part only. */
    public enum Note {
        /** A text was longer than is shown. */
        TEXT_CUT,
        /** There were more or deeper parts than are looked at. */
        PARTS_CUT,
        /** There were more recipients than are shown, or a header was too long. */
        HEADERS_CUT,
        /** A part could not be decoded. */
        PART_UNREADABLE,
        /** The server could not convert it and sent a text that says so in its place, as Exchange does. */
        NOT_CONVERTED,
        /** It is encrypted, and Oriel has no key. */
        ENCRYPTED
    }

    public Message {
        sender = List.copyOf(sender);
        replyTo = List.copyOf(replyTo);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        references = List.copyOf(references);
        bodies = List.copyOf(bodies);
        attachments = List.copyOf(attachments);
        notes = Set.copyOf(notes);
        if (bodies.isEmpty()) {
            throw new IllegalArgumentException("a message has at least one body, be it an empty one");
        }
    }

    /** The same message with its row named otherwise. */
    public Message at(MessageRef other) {
        return new Message(
                envelope.at(other),
                sender,
                replyTo,
                cc,
                bcc,
                messageId,
                inReplyTo,
                references,
                bodies,
                attachments,
                notes);
    }

    /** The attachments to list: not those that a text shows in place. */
    public List<Attachment> listed() {
        return attachments.stream().filter(each -> !each.inline()).toList();
    }

    public MessageRef ref() {
        return envelope.ref();
    }
}
