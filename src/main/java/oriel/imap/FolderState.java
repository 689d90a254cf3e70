package oriel.imap;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.Status;
import org.jspecify.annotations.Nullable;
import oriel.mail.FolderPath;

/**
 * What a folder looks like from outside (STATUS, RFC 3501 section 6.3.10); another one means that something has changed.
 *
 * @param modifications HIGHESTMODSEQ (RFC 7162), which any change of a flag makes bigger; -1 where the server has none
 */
record FolderState(long uidValidity, long uidNext, int messages, int unseen, long modifications) {

    private static final String[] USUAL = {"MESSAGES", "UIDNEXT", "UIDVALIDITY", "UNSEEN"};
    private static final String[] WITH_MODIFICATIONS = {"MESSAGES", "UIDNEXT", "UIDVALIDITY", "UNSEEN", "HIGHESTMODSEQ"
    };

    static FolderState of(ImapConnection connection, FolderPath folder) throws MessagingException {
        if (connection.isAt(folder)) {
            // STATUS of the selected folder may be as old as its last news.
            connection.command(Protocol.doing(IMAPProtocol::noop));
        }
        String[] items = connection.has("CONDSTORE") ? WITH_MODIFICATIONS : USUAL;
        @Nullable Status status = connection.command(protocol -> protocol.status(folder.value(), items));
        if (status == null) {
            throw new MessagingException("no STATUS in the answer");
        }
        return new FolderState(status.uidvalidity, status.uidnext, status.total, status.unseen, status.highestmodseq);
    }
}
