package oriel.mime;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.MultipartDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to take a multipart apart.
 *
 * @param guess whether to take the first line that looks like a boundary for it
 */
record MultipartSource(DataSource data, boolean guess) {

    /**
     * The ways in the order in which they are tried, until one finds parts: as the server parsed it; as declared; decoded
     * where it was encoded as a whole, which RFC 2045 section 6.4 forbids; with the boundary that is there instead of the
     * one that is declared.
     */
    static List<MultipartSource> attempts(Node node) throws MessagingException {
        DataSource known = node.part().getDataHandler().getDataSource();
        if (known instanceof MultipartDataSource) {
            return List.of(new MultipartSource(known, false));
        }
        List<MultipartSource> attempts = new ArrayList<>();
        String encoding = node.head().encoding();
        attempts.add(new MultipartSource(new Bytes(node, ""), false));
        if (encoding.equals("base64") || encoding.equals("quoted-printable")) {
            attempts.add(new MultipartSource(new Bytes(node, encoding), false));
        }
        attempts.add(new MultipartSource(new Bytes(node, ""), true));
        return attempts;
    }

    private record Bytes(Node node, String encoding) implements DataSource {

        @Override
        public InputStream getInputStream() throws IOException {
            try {
                InputStream raw = PartBytes.raw(node.part());
                return encoding.isEmpty() ? raw : PartBytes.decoding(raw, encoding);
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            throw new IOException("read only");
        }

        /** Only what the parser needs, well formed, whatever else the header says. */
        @Override
        public String getContentType() {
            String boundary = node.head().parameters().get("boundary").stripTrailing();
            String type = node.head().type();
            return boundary.isEmpty()
                    ? type
                    : type + "; boundary=\"" + boundary.replaceAll("([\"\\\\])", "\\\\$1") + "\"";
        }

        @Override
        public String getName() {
            return "";
        }
    }
}
