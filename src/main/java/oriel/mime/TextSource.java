package oriel.mime;

import jakarta.activation.DataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A text as UTF-8 with the line ends of mail, from which Jakarta Mail chooses the transfer encoding. */
record TextSource(String text, String subtype) implements DataSource {

    @Override
    public InputStream getInputStream() {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        throw new IOException("read only");
    }

    @Override
    public String getContentType() {
        return "text/" + subtype + "; charset=UTF-8";
    }

    @Override
    public String getName() {
        return "";
    }
}
