package oriel.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Sizes of messages as they go over the wire (RFC 1870). */
final class MessageSize {

    private MessageSize() {}

    /** Bytes of the message, found by writing it. */
    static long of(MimeMessage message) throws MessagingException {
        Counter counter = new Counter();
        try {
            message.writeTo(counter);
        } catch (IOException e) {
            throw new MessagingException("an attachment cannot be read", e);
        }
        return counter.count;
    }

    /** What the server takes at most; 0 if it does not say or does not know. */
    static long limit(SMTPTransport transport) {
        String limit = transport.getExtensionParameter("SIZE");
        return limit != null && limit.matches("\\d{1,18}") ? Long.parseLong(limit) : 0;
    }

    private static final class Counter extends OutputStream {

        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
