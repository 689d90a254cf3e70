package oriel.imap;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Remembers that the server failed, to be told from trouble that the reader had with its own business. */
final class WatchedStream extends FilterInputStream {

    private @Nullable IOException trouble;

    WatchedStream(InputStream bytes) {
        super(new BufferedInputStream(bytes));
    }

    /** What went wrong with reading; null if nothing did. */
    @Nullable
    IOException trouble() {
        return trouble;
    }

    /** Asks the server for the first bytes, while asking once more is still possible. */
    void fill() throws IOException {
        in.mark(1);
        read();
        in.reset();
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (IOException e) {
            trouble = e;
            throw e;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            trouble = e;
            throw e;
        }
    }
}
