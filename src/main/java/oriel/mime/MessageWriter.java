package oriel.mime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.List;
import oriel.mail.Address;
import oriel.mail.Draft;

/**
 * Writes what somebody composed as a message of RFC 5322 and MIME: 7-bit on the wire, no line over 998 characters, UTF-8
 * inside. Every text that becomes a header is checked for line breaks first.
 */
@ApplicationScoped
public class MessageWriter {

    static {
        LenientMime.use();
    }

    /**
     * The message as it goes out: without {@code Bcc}, whose recipients are told to the server only.
     *
     * @throws MessagingException if an attachment's file cannot be read
     * @throws IllegalArgumentException if a text that becomes a header holds a line break or NUL
     */
    public MimeMessage write(Draft draft, Session session) throws MessagingException {
        MimeMessage message = new KeptIdMessage(session);
        headers(message, draft);
        new DraftContent(draft).into(message);
        message.saveChanges();
        return message;
    }

    /** The message as it is kept in one's own folders: with {@code Bcc}. */
    public MimeMessage writeForStoring(Draft draft, Session session) throws MessagingException {
        MimeMessage message = write(draft, session);
        addresses(message, RecipientType.BCC, draft.bcc());
        return message;
    }

    private static void headers(MimeMessage message, Draft draft) throws MessagingException {
        message.setHeader("Date", DraftHeaders.date(new Date()));
        message.setFrom(DraftHeaders.address(draft.from()));
        addresses(message, RecipientType.TO, draft.to());
        addresses(message, RecipientType.CC, draft.cc());
        message.setSubject(DraftHeaders.line("Subject", draft.subject()), "UTF-8");
        message.setHeader("Message-ID", DraftHeaders.line("Message-ID", draft.messageId()));
        if (!draft.inReplyTo().isEmpty()) {
            message.setHeader("In-Reply-To", DraftHeaders.ids("In-Reply-To", List.of(draft.inReplyTo())));
        }
        if (!draft.references().isEmpty()) {
            message.setHeader("References", DraftHeaders.ids("References", draft.references()));
        }
        message.setHeader("User-Agent", "Oriel");
    }

    private static void addresses(MimeMessage message, RecipientType type, List<Address> addresses)
            throws MessagingException {
        if (!addresses.isEmpty()) {
            message.setRecipients(type, DraftHeaders.addresses(addresses));
        }
    }

    /** Jakarta Mail replaces the Message-ID whenever it saves; ours stays the same at every attempt to send. */
    private static final class KeptIdMessage extends MimeMessage {

        KeptIdMessage(Session session) {
            super(session);
        }

        @Override
        protected void updateMessageID() {
            // set by the draft
        }
    }
}
