package oriel.imap;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.Status;
import org.jspecify.annotations.Nullable;
import oriel.mail.FolderPath;
import oriel.mail.FolderStatus;

/** STATUS (RFC 3501 section 6.3.10): how full a folder is, without selecting it. */
final class FolderCounts {

    private static final String[] ITEMS = {"MESSAGES", "UNSEEN"};

    FolderStatus count(ImapConnection connection, FolderPath folder) throws MessagingException {
        if (connection.isAt(folder)) {
            // STATUS of the selected folder may be as old as its last news.
            connection.command(Protocol.doing(IMAPProtocol::noop));
        }
        @Nullable Status status = connection.command(protocol -> protocol.status(folder.value(), ITEMS));
        if (status == null) {
            throw new MessagingException("no STATUS in the answer");
        }
        return new FolderStatus(folder, Math.max(0, status.total), Math.max(0, status.unseen));
    }
}
