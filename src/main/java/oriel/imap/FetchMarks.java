package oriel.imap;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.util.Objects;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.jspecify.annotations.Nullable;
import oriel.mail.MessageRef;
import oriel.mime.Keywords;

/** FLAGS and INTERNALDATE of one message (RFC 3501 section 6.4.5). */
final class FetchMarks {

    Marks fetch(OpenFolder folder, MessageRef message) throws MessagingException {
        FetchResponse found = folder.fetch(message.uid(), "FLAGS INTERNALDATE");
        @Nullable FLAGS told = found.getItem(FLAGS.class);
        Flags flags = Objects.requireNonNullElseGet(told, Flags::new);
        @Nullable INTERNALDATE received = found.getItem(INTERNALDATE.class);
        return new Marks(ServerFlags.in(flags), Keywords.tags(flags), received == null ? null : received.getDate());
    }
}
