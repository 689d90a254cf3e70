package oriel.mime;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import oriel.mail.EmbeddedHead;

/**
 * The heads of messages inside a message, and of rows: from ENVELOPE, without a round trip, where a server parsed it and
 * the answer is readable.
 */
final class EmbeddedHeads {

    /** What Dovecot fills in where an address lacks a half, or makes no sense. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("MISSING_MAILBOX(?=@)|@(MISSING_DOMAIN|SYNTAX_ERROR)\\b");

    private EmbeddedHeads() {}

    static EmbeddedHead of(MimeMessage message) throws MessagingException {
        if (message instanceof IMAPMessage) {
            try {
                return fromEnvelope(message);
            } catch (MessagingException e) {
                ServerTrouble.rethrow(e);
            }
        }
        return MessageHead.of(message).embedded();
    }

    private static EmbeddedHead fromEnvelope(MimeMessage message) throws MessagingException {
        Date sent = message.getSentDate();
        return new EmbeddedHead(
                HeaderDecoder.text(message.getSubject()),
                addresses(message.getFrom()),
                addresses(message.getRecipients(RecipientType.TO)),
                sent == null ? null : sent.toInstant());
    }

    /** Addresses that a server took apart; written out again, because that keeps what was not decoded yet. */
    static List<oriel.mail.Address> addresses(Address @Nullable [] known) {
        List<oriel.mail.Address> found = new ArrayList<>();
        for (Address each : known == null ? new Address[0] : known) {
            if (found.size() < AddressList.MOST) {
                found.addAll(HeaderDecoder.addresses(withoutPlaceholders(each.toString())));
            }
        }
        return found;
    }

    private static String withoutPlaceholders(String address) {
        boolean any = address.contains("MISSING_") || address.contains("SYNTAX_ERROR");
        return any ? PLACEHOLDER.matcher(address).replaceAll("") : address;
    }
}
