package oriel.mime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPMessage;
import oriel.mail.EmbeddedHead;
import oriel.mail.Envelope;
import oriel.mail.Flag;
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
                flags(message.getFlags()),
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

    private static Set<Flag> flags(Flags known) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flags.Flag each : known.getSystemFlags()) {
            add(flags, each, Flags.Flag.SEEN, Flag.SEEN);
            add(flags, each, Flags.Flag.FLAGGED, Flag.FLAGGED);
            add(flags, each, Flags.Flag.ANSWERED, Flag.ANSWERED);
            add(flags, each, Flags.Flag.DRAFT, Flag.DRAFT);
            add(flags, each, Flags.Flag.DELETED, Flag.DELETED);
        }
        for (String keyword : known.getUserFlags()) {
            if (keyword.equalsIgnoreCase("$Forwarded") || keyword.equalsIgnoreCase("Forwarded")) {
                flags.add(Flag.FORWARDED);
            } else if (keyword.equalsIgnoreCase("$Junk") || keyword.equalsIgnoreCase("Junk")) {
                flags.add(Flag.JUNK);
            }
        }
        return flags;
    }

    private static void add(Set<Flag> flags, Flags.Flag found, Flags.Flag wanted, Flag flag) {
        if (found.equals(wanted)) {
            flags.add(flag);
        }
    }
}
