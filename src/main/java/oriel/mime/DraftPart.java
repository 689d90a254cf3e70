package oriel.mime;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import oriel.mail.DraftAttachment;
import oriel.mail.Lines;

/** A file as a part of a message, read from disk when the message is written to the wire. */
final class DraftPart {

    private static final Pattern TYPE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*");
    private static final Pattern CONTENT_ID = Pattern.compile("[\\x21-\\x7e&&[^<>]]{1,900}");
    private static final Pattern PLAIN = Pattern.compile("[\\x20-\\x7e&&[^\"\\\\]]{1,60}");
    private static final Pattern PERCENT = Pattern.compile("[A-Za-z0-9._~-]");

    /** Characters of one piece of a name that is written in several (RFC 2231 section 3). */
    private static final int PIECE = 60;

    private DraftPart() {}

    static MimeBodyPart of(DraftAttachment file, String disposition) throws MessagingException {
        String type = type(file);
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new FileSource(file.file(), type)));
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setHeader("Content-Type", type + ";\r\n name=" + word(file.name()));
        part.setHeader("Content-Disposition", disposition + parameter("filename", file.name()));
        if (!file.contentId().isEmpty()) {
            part.setHeader("Content-ID", "<" + contentId(file) + ">");
        }
        return part;
    }

    /** Multiparts and messages may not be base64 (RFC 2045 section 6.4): they travel as plain bytes with their name. */
    private static String type(DraftAttachment file) {
        String type = Lines.single("media type", file.type()).strip();
        boolean composite =
                type.regionMatches(true, 0, "multipart/", 0, 10) || type.regionMatches(true, 0, "message/", 0, 8);
        return TYPE.matcher(type).matches() && !composite ? type : "application/octet-stream";
    }

    private static String contentId(DraftAttachment file) {
        String id = Lines.single("Content-ID", file.contentId());
        if (!CONTENT_ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not a Content-ID");
        }
        return id;
    }

    /** The name as an encoded word in quotes: against RFC 2047, but the one form that every Outlook reads. */
    private static String word(String name) throws MessagingException {
        Lines.single("file name", name);
        if (PLAIN.matcher(name).matches()) {
            return '"' + name + '"';
        }
        try {
            return '"' + MimeUtility.encodeWord(name, "UTF-8", "B").replaceAll("\\?=\\s+=\\?", "?=\r\n =?") + '"';
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("no UTF-8", e);
        }
    }

    /** The name as RFC 2231 wants it, in pieces where it is long. */
    private static String parameter(String key, String name) {
        if (PLAIN.matcher(name).matches()) {
            return ";\r\n " + key + "=\"" + name + '"';
        }
        StringBuilder out = new StringBuilder();
        StringBuilder piece = new StringBuilder("UTF-8''");
        int number = 0;
        String encoded = percentEncoded(name);
        boolean single = encoded.length() <= PIECE;
        for (int i = 0; i < encoded.length(); ) {
            int width = encoded.charAt(i) == '%' ? 3 : 1;
            piece.append(encoded, i, i + width);
            i += width;
            if (piece.length() >= PIECE && !single || i == encoded.length()) {
                out.append(";\r\n ")
                        .append(key)
                        .append(single ? "*=" : "*" + number++ + "*=")
                        .append(piece);
                piece.setLength(0);
            }
        }
        return out.toString();
    }

    private static String percentEncoded(String name) {
        StringBuilder out = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            String one = String.valueOf((char) (b & 0xFF));
            out.append(PERCENT.matcher(one).matches() ? one : String.format("%%%02X", b & 0xFF));
        }
        return out.toString();
    }

    private record FileSource(Path file, String type) implements DataSource {

        @Override
        public InputStream getInputStream() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("read only");
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public String getName() {
            return "";
        }
    }
}
