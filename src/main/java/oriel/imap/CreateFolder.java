package oriel.imap;

import jakarta.mail.MessagingException;
import oriel.mail.FolderPath;

/** CREATE (RFC 3501 section 6.3.3). */
final class CreateFolder {

    boolean create(ImapConnection connection, FolderPath folder) throws MessagingException {
        try {
            return connection.command(Protocol.doing(protocol -> protocol.create(folder.value())));
        } catch (MessagingException e) {
            // Not every server says why it refuses.
            if (ImapFailures.leavesConnectionUsable(e)
                    && FolderHierarchy.listed(connection, folder).isPresent()) {
                return false;
            }
            throw e;
        }
    }
}
