package oriel.compose;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import oriel.mail.Address;
import oriel.mail.Attachment;
import oriel.mail.Body;
import oriel.mail.Envelope;
import oriel.mail.FolderPath;
import oriel.mail.Message;
import oriel.mail.MessageRef;

/** Messages to answer. */
final class Originals {

    static final MessageRef REF = new MessageRef(FolderPath.INBOX, 1, 7);
    static final Address ADA = new Address("Ada", "Ada@oriel.test");
    static final Address GRACE = new Address("Grace Hopper", "grace@oriel.test");
    static final Address ALAN = new Address("", "alan@oriel.test");
    static final Address LIST = new Address("The list", "list@oriel.test");

    private Originals() {}

    static Message threaded(String messageId, String inReplyTo, List<String> references) {
        return message(
                GRACE, List.of(ADA), List.of(), List.of(), messageId, inReplyTo, references, Body.plain(""), List.of());
    }

    static Message addressed(Address from, List<Address> replyTo, List<Address> to, List<Address> cc) {
        return message(from, to, cc, replyTo, "<m@x>", "", List.of(), Body.plain("At noon?\n\n> Lunch?"), List.of());
    }

    static Message saying(Body body, Attachment... attachments) {
        return message(GRACE, List.of(ADA), List.of(), List.of(), "<m@x>", "", List.of(), body, List.of(attachments));
    }

    private static Message message(
            Address from,
            List<Address> to,
            List<Address> cc,
            List<Address> replyTo,
            String messageId,
            String inReplyTo,
            List<String> references,
            Body body,
            List<Attachment> attachments) {
        Envelope envelope = new Envelope(
                REF,
                List.of(from),
                to,
                "Lunch?",
                Instant.parse("2026-11-20T10:42:00Z"),
                100,
                Set.of(),
                Set.of(),
                !attachments.isEmpty());
        return new Message(
                envelope,
                List.of(),
                replyTo,
                cc,
                List.of(),
                messageId,
                inReplyTo,
                references,
                List.of(body),
                attachments,
                Set.of());
    }
}
