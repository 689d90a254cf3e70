package oriel.imap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.angus.mail.iap.Literal;

/** A message to append, byte by byte as it lies in a file. */
final class FileLiteral implements Literal {

    private final Path file;
    private final int size;

    FileLiteral(Path file) throws IOException {
        this.file = file;
        this.size = Math.toIntExact(Files.size(file));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        Files.copy(file, out);
    }
}
