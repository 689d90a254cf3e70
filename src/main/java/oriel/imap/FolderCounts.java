package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.Map;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import oriel.mail.FolderPath;
import oriel.mail.FolderStatus;

/** How full a folder is, without selecting it where that is possible. */
final class FolderCounts {

    FolderStatus count(ImapConnection connection, FolderPath folder) throws MessagingException {
        if (connection.isAt(folder)) {
            // STATUS of the selected folder may be as old as its last news.
            connection.command(Protocol.doing(IMAPProtocol::noop));
        }
        Map<String, Long> told = FolderStatuses.ask(connection, folder, "MESSAGES UNSEEN");
        if (FolderStatuses.count(told, "MESSAGES") > 0 && DeletedMessages.areHidden(connection)) {
            return visible(connection.open(folder));
        }
        return new FolderStatus(folder, FolderStatuses.count(told, "MESSAGES"), FolderStatuses.count(told, "UNSEEN"));
    }

    /** STATUS counts what is hidden as well. */
    static FolderStatus visible(OpenFolder folder) throws MessagingException {
        folder.refresh();
        int messages = folder.exists() - DeletedMessages.hiddenIn(folder).length;
        int unread = SearchResults.of(folder.send("SEARCH", "UNSEEN UNDELETED")).length;
        return new FolderStatus(folder.path(), Math.max(0, messages), unread);
    }
}
