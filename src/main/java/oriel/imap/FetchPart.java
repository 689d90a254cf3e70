package oriel.imap;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import oriel.mail.MailException;
import oriel.mail.PartId;
import oriel.mail.PartReader;
import oriel.mime.MessageParts;
import oriel.mime.MessageParts.Located;

/** Reads one part, piece by piece (partial FETCH, RFC 3501 section 6.4.5). */
final class FetchPart {

    private final FetchRoot root;

    FetchPart(FetchRoot root) {
        this.root = root;
    }

    boolean fetch(OpenFolder folder, long uid, PartId part, PartReader reader) throws MessagingException {
        Located located = MessageParts.find(root.fetch(folder, uid), part);
        try (WatchedStream bytes = new WatchedStream(open(located))) {
            bytes.fill();
            // The reader cannot take back what it wrote.
            folder.connection().doNotRepeat();
            read(located, reader, bytes);
        } catch (IOException e) {
            throw new MessagingException("part not readable", e);
        }
        return true;
    }

    private static InputStream open(Located located) throws MessagingException {
        try {
            return located.open();
        } catch (IOException e) {
            throw new MessagingException("part not readable", e);
        }
    }

    private static void read(Located located, PartReader reader, WatchedStream bytes) throws MessagingException {
        try {
            reader.read(located.attachment(), bytes);
        } catch (IOException e) {
            IOException trouble = bytes.trouble();
            if (trouble == null) {
                throw new UncheckedIOException(e);
            }
            if (ImapFailures.isLost(trouble)) {
                throw new MessagingException("part lost on the way", trouble);
            }
            throw new MailException.Unreadable(trouble);
        }
    }
}
