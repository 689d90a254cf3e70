package oriel.imap;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The message as it lies on the server (BODY.PEEK[], RFC 3501 section 6.4.5), piece by piece. */
final class FetchSource {

    private static final int BUFFER = 64 * 1024;

    boolean fetch(OpenFolder folder, long uid, OutputStream out) throws MessagingException {
        try (WatchedStream bytes = new WatchedStream(folder.byUid(uid).getMimeStream())) {
            bytes.fill();
            folder.connection().doNotRepeat();
            copy(bytes, out);
        } catch (IOException e) {
            throw new MessagingException("source not readable", e);
        }
        return true;
    }

    private static void copy(WatchedStream bytes, OutputStream out) throws MessagingException {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            if (bytes.trouble() == null) {
                throw new UncheckedIOException(e);
            }
            throw new MessagingException("source lost on the way", e);
        }
    }
}
