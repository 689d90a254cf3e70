package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.Map;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import oriel.mail.FolderPath;
import oriel.mail.FolderStatus;
import oriel.mail.SyncState;

/** What a folder looks like from outside (STATUS, RFC 3501 section 6.3.10); another one means that something has changed. */
final class FolderState {

    private static final String USUAL = "MESSAGES UIDNEXT UIDVALIDITY UNSEEN";

    private FolderState() {}

    /** As the server counts, which is with what is marked {@code \Deleted}. */
    static SyncState of(ImapConnection connection, FolderPath folder) throws MessagingException {
        if (connection.isAt(folder)) {
            // STATUS of the selected folder may be as old as its last news.
            connection.command(Protocol.doing(IMAPProtocol::noop));
        }
        String items = connection.has("CONDSTORE") ? USUAL + " HIGHESTMODSEQ" : USUAL;
        Map<String, Long> told = FolderStatuses.ask(connection, folder, items);
        long modSeq = told.getOrDefault("HIGHESTMODSEQ", -1L);
        return new SyncState(
                folder,
                told.getOrDefault("UIDVALIDITY", -1L),
                told.getOrDefault("UIDNEXT", -1L),
                FolderStatuses.count(told, "MESSAGES"),
                FolderStatuses.count(told, "UNSEEN"),
                // 0 where this folder keeps none (RFC 7162 section 3.1.2.2).
                modSeq > 0 ? modSeq : -1);
    }

    /** Without what is hidden. */
    static SyncState visible(ImapConnection connection, FolderPath folder) throws MessagingException {
        SyncState all = of(connection, folder);
        if (all.messages() == 0 || !DeletedMessages.areHidden(connection)) {
            return all;
        }
        FolderStatus visible = FolderCounts.visible(connection.open(folder));
        return new SyncState(
                folder, all.uidValidity(), all.uidNext(), visible.messages(), visible.unread(), all.modSeq());
    }
}
