package oriel.demo.sample;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes what is not ASCII (RFC 2045, 2047, 2231). */
final class Words {

    private Words() {}

    static String encode(String text) {
        try {
            return MimeUtility.encodeText(text, "utf-8", null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String header(String name, String value) {
        return name + ": " + MimeUtility.fold(name.length() + 2, value) + "\r\n";
    }

    static String address(Person person) {
        if (person.name().isEmpty()) {
            return person.address();
        }
        String name = encode(person.name());
        boolean plain = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ') || name.startsWith("=?");
        return (plain ? name : '"' + name + '"') + " <" + person.address() + ">";
    }

    static String parameter(String name, String value) {
        if (value.chars().allMatch(c -> c < 128)) {
            return name + "=\"" + value + '"';
        }
        return name + "*=utf-8''"
                + URLEncoder.encode(value, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A");
    }

    static String quotedPrintable(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream encoder = MimeUtility.encode(bytes, "quoted-printable")) {
            encoder.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
