package oriel.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import oriel.mail.Envelope;
import oriel.mail.FolderPath;
import oriel.mail.Message;
import oriel.mail.MessageRef;

/** Messages from text. */
final class Mime {

    static final MessageRef REF = new MessageRef(FolderPath.INBOX, 1, 1);

    static final Envelope ROW =
            new Envelope(REF, List.of(), List.of(), "", Instant.EPOCH, 1, Set.of(), Set.of(), false);

    private Mime() {}

    static MimeMessage message(byte[] bytes) throws MessagingException {
        LenientMime.use();
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    /** A message with the line ends of mail; its characters are its bytes. */
    static MimeMessage message(String text) throws MessagingException {
        return message(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    static Message parse(String text) throws MessagingException {
        return new MessageParser().parse(message(text), ROW);
    }
}
