package oriel.imap;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.iap.Literal;
import org.eclipse.angus.mail.util.CRLFOutputStream;

/**
 * A message to append. It is written twice, first only to be counted, because a literal begins with its length (RFC 3501
 * section 4.3) and a message with attachments is too big to be kept.
 */
final class MessageLiteral implements Literal {

    private final MimeMessage message;
    private final int size;

    MessageLiteral(MimeMessage message) throws MessagingException {
        this.message = message;
        try {
            Counter counter = new Counter(OutputStream.nullOutputStream());
            write(counter);
            size = Math.toIntExact(counter.count);
        } catch (IOException | ArithmeticException e) {
            throw new MessagingException("message not writable", e instanceof IOException io ? io : null);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        Counter counter = new Counter(out);
        try {
            write(counter);
        } catch (MessagingException e) {
            throw new IOException(e);
        }
        if (counter.count != size) {
            // The server would take the rest for the next command.
            throw new IOException("the message changed while it was written");
        }
    }

    private void write(Counter counter) throws IOException, MessagingException {
        CRLFOutputStream lines = new CRLFOutputStream(counter);
        message.writeTo(lines);
        lines.flush();
    }

    private static final class Counter extends FilterOutputStream {

        private long count;

        Counter(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }
}
