package oriel.demo;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/** Returns mail to the sender that is addressed to nobody here, as a delivery status notification (RFC 3464). */
final class Postmaster {

    private final UserManager users;

    Postmaster(UserManager users) {
        this.users = users;
    }

    /** Who takes a message. */
    GreenMailUser recipient(MovingMessage message, MailAddress address) throws MessagingException {
        GreenMailUser user = users.getUserByEmail(address.getEmail());
        if (user != null) {
            return user;
        }
        Optional<GreenMailUser> sender = sender(message);
        if (sender.isPresent()) {
            sender.get().deliver(bounce(sender.get().getEmail(), address.getEmail(), message.getMessage()));
        }
        return nobody();
    }

    /** The sender, if it is known here; a message without one is a bounce itself, and never bounces (RFC 5321, 4.5.5). */
    private Optional<GreenMailUser> sender(MovingMessage message) {
        return Optional.ofNullable(message.getReturnPath())
                .map(MailAddress::getEmail)
                .map(users::getUserByEmail);
    }

    /** A recipient that throws everything away. */
    private static GreenMailUser nobody() {
        return (GreenMailUser) Proxy.newProxyInstance(
                Postmaster.class.getClassLoader(),
                new Class<?>[] {GreenMailUser.class},
                (proxy, method, arguments) -> null);
    }

    private static MimeMessage bounce(String sender, String recipient, MimeMessage message) throws MessagingException {
        String id = message.getMessageID() == null ? "" : message.getMessageID();
        String subject = message.getHeader("Subject", null);
        String source = TEXT.formatted(
                sender,
                DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)),
                UUID.randomUUID(),
                id.isEmpty() ? "" : "In-Reply-To: " + id + "\nReferences: " + id + "\n",
                recipient,
                recipient,
                recipient,
                subject == null ? "" : subject,
                id);
        byte[] bytes = source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static final String TEXT = """
            From: Mail Delivery System <postmaster@oriel.test>
            To: %s
            Subject: Undelivered Mail Returned to Sender
            Date: %s
            Message-ID: <%s@oriel.test>
            %sAuto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="bounce"

            --bounce
            Content-Type: text/plain; charset=utf-8

            This is the mail server of the demo.

            Your message could not be delivered to %s: there is no such
            address here, and the demo sends nothing to the outside world.

            --bounce
            Content-Type: message/delivery-status

            Reporting-MTA: dns; oriel.test

            Final-Recipient: rfc822; %s
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 <%s> no such user

            --bounce
            Content-Type: text/rfc822-headers

            Subject: %s
            Message-ID: %s

            --bounce--
            """;
}
