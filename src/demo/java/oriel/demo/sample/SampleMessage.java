package oriel.demo.sample;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Properties;
import java.util.Set;

/**
 * A message and where it lies.
 *
 * @param folder its path, levels parted by a slash
 * @param source as it goes over the wire
 */
public record SampleMessage(String folder, Instant received, Set<Mark> marks, byte[] source) {

    private static final Session SESSION = Session.getInstance(new Properties());

    public SampleMessage {
        marks = Set.copyOf(marks);
    }

    public Flags flags() {
        return Mark.flags(marks);
    }

    /** Parses it. */
    public MimeMessage message() {
        try {
            return new MimeMessage(SESSION, new ByteArrayInputStream(source));
        } catch (MessagingException e) {
            throw new IllegalStateException("a sample is no message", e);
        }
    }
}
