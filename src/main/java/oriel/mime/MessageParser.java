package oriel.mime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.IMAPMessage;
import oriel.mail.Address;
import oriel.mail.Envelope;
import oriel.mail.Message;
import oriel.mail.Message.Note;

/** Makes a {@link Message} of what the server holds, however broken, hostile or large it is. */
@ApplicationScoped
public class MessageParser {

    private static final int MOST_REFERENCES = 200;

    /** The beginning of what Exchange sends for a message that it cannot convert. */
    private static final Pattern NOT_CONVERTED =
            Pattern.compile("\\s*Retrieval using the (IMAP4|POP3) protocol failed for the following message");

    static {
        LenientMime.use();
    }

    /**
     * Reads a message: one on the server, of which only headers and texts are fetched, or one that was read from a
     * stream. What cannot be read is left out and noted; the content of a message never makes this throw.
     *
     * @param root the message
     * @param envelope its row; sender, recipients and subject are taken from the headers again, which tell more
     * @throws MessagingException if the server failed: what was read then is not the whole and must not be shown
     */
    public Message parse(jakarta.mail.Message root, Envelope envelope) throws MessagingException {
        MimeMessage message = (MimeMessage) root;
        MessageHead head = MessageHead.of(message);
        Contents contents = contents(message);
        Envelope row = envelope(envelope, head);
        if (isPlaceholder(row, contents)) {
            contents.note(Note.NOT_CONVERTED);
        }
        List<String> references = head.messageIds("references");
        Message parsed = new Message(
                row,
                head.addresses("sender"),
                head.addresses("reply-to"),
                head.addresses("cc"),
                head.addresses("bcc"),
                head.messageId("message-id"),
                head.messageId("in-reply-to"),
                references.subList(Math.max(0, references.size() - MOST_REFERENCES), references.size()),
                contents.bodies(),
                contents.attachments(),
                contents.notes());
        return head.wasCut() ? withHeadersCut(parsed) : parsed;
    }

    private static Contents contents(MimeMessage message) throws MessagingException {
        Contents contents = walk(message);
        if (contents.isBlank() && message instanceof IMAPMessage known) {
            contents.readInstead(walk(whole(known)));
        }
        return contents;
    }

    private static boolean isPlaceholder(Envelope row, Contents contents) {
        return NOT_CONVERTED.matcher(row.subject()).lookingAt()
                || contents.bodies().stream()
                        .anyMatch(each -> NOT_CONVERTED.matcher(each.content()).lookingAt());
    }

    private static Contents walk(MimeMessage message) throws MessagingException {
        Contents contents = new Contents();
        try {
            new PartWalk(contents).read(Node.message(message), 0, null);
        } catch (RuntimeException e) {
            ServerTrouble.rethrow(e);
            contents.note(Note.PART_UNREADABLE);
        }
        return contents;
    }

    /** All of a message in which the server sees nothing, as it does behind a wrong boundary; Oriel may see more. */
    private static MimeMessage whole(IMAPMessage message) throws MessagingException {
        try (InputStream in = message.getMimeStream()) {
            InputStream start = new ByteArrayInputStream(in.readNBytes(Contents.LONGEST_TEXT));
            return new MimeMessage(Session.getInstance(LenientMime.in(new Properties())), start);
        } catch (IOException e) {
            throw new MessagingException("the message cannot be fetched", e);
        }
    }

    private static Envelope envelope(Envelope row, MessageHead head) {
        List<Address> from = head.addresses("from");
        List<Address> to = head.addresses("to");
        return new Envelope(
                row.ref(),
                from.isEmpty() ? row.from() : from,
                to.isEmpty() ? row.to() : to,
                head.has("subject") ? head.subject() : row.subject(),
                row.date(),
                row.size(),
                row.flags(),
                row.tags(),
                row.attachments());
    }

    private static Message withHeadersCut(Message m) {
        Set<Note> notes = new HashSet<>(m.notes());
        notes.add(Note.HEADERS_CUT);
        return new Message(
                m.envelope(),
                m.sender(),
                m.replyTo(),
                m.cc(),
                m.bcc(),
                m.messageId(),
                m.inReplyTo(),
                m.references(),
                m.bodies(),
                m.attachments(),
                notes);
    }
}
