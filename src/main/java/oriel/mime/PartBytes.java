package oriel.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a part: read from the server first and decoded then, so that the two kinds of trouble stay apart. */
final class PartBytes {

    private static final int BLOCK = 8_192;

    private PartBytes() {}

    /** The bytes as they were sent. */
    static InputStream raw(Part part) throws MessagingException, IOException {
        if (part instanceof MimeBodyPart body) {
            return body.getRawInputStream();
        }
        return part instanceof MimeMessage message ? message.getRawInputStream() : part.getInputStream();
    }

    /** Decoded bytes as a stream; an encoding that nobody knows is taken for none. */
    static InputStream decoding(InputStream raw, String encoding) {
        if (encoding.equals("quoted-printable")) {
            return new QuotedPrintable(raw);
        }
        try {
            return encoding.isEmpty() ? raw : MimeUtility.decode(raw, encoding);
        } catch (MessagingException e) {
            return raw;
        }
    }

    /**
     * What can be decoded.
     *
     * @param most how many bytes at most
     */
    static byte[] decode(byte[] raw, String encoding, int most) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = decoding(new ByteArrayInputStream(raw), encoding)) {
            byte[] block = new byte[BLOCK];
            int count = in.read(block);
            while (count >= 0 && out.size() < most) {
                out.write(block, 0, Math.min(count, most - out.size()));
                count = in.read(block);
            }
        } catch (IOException | RuntimeException e) {
            return out.size() == 0 ? raw : out.toByteArray();
        }
        return out.toByteArray();
    }
}
