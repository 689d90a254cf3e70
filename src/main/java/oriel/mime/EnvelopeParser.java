package oriel.mime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.imap.IMAPMessage;
import oriel.mail.EmbeddedHead;
import oriel.mail.Envelope;
import oriel.mail.MessageRef;

/** Makes rows of the list. */
@ApplicationScoped
public class EnvelopeParser {

    static {
        LenientMime.use();
    }

    /**
     * The row of a message. For a message on the server no more is asked for than a fetch profile of ENVELOPE,
     * CONTENT_INFO, FLAGS and SIZE has brought; only where ENVELOPE is unreadable the headers are fetched.
     *
     * @throws MessagingException if the server failed
     */
    public Envelope parse(jakarta.mail.Message message, MessageRef ref) throws MessagingException {
        EmbeddedHead head = EmbeddedHeads.of((MimeMessage) message);
        return new Envelope(
                ref,
                head.from(),
                head.to(),
                head.subject(),
                date(message, head),
                size(message),
                Keywords.flags(message.getFlags()),
                Keywords.tags(message.getFlags()),
                AttachmentHint.of(message));
    }

    private static Instant date(jakarta.mail.Message message, EmbeddedHead head) throws MessagingException {
        Instant written = head.written().orElse(Instant.EPOCH);
        try {
            Date received = message.getReceivedDate();
            return received == null ? written : received.toInstant();
        } catch (MessagingException e) {
            ServerTrouble.rethrow(e);
            return written;
        }
    }

    private static long size(jakarta.mail.Message message) throws MessagingException {
        try {
            return message instanceof IMAPMessage known ? known.getSizeLong() : message.getSize();
        } catch (MessagingException e) {
            ServerTrouble.rethrow(e);
            return -1;
        }
    }
}
