package oriel.imap;

import jakarta.mail.MessagingException;
import oriel.mail.FolderPath;
import oriel.mail.MailException;

/** DELETE (RFC 3501 section 6.3.4). */
final class DeleteFolder {

    private final Subscriptions subscriptions = new Subscriptions();

    /** @param again whether it was sent before and the answer was lost */
    boolean delete(ImapConnection connection, FolderPath folder, boolean again) throws MessagingException {
        if (FolderHierarchy.listed(connection, folder).isEmpty()) {
            if (again) {
                return true;
            }
            throw new MailException.FolderGone(null);
        }
        connection.command(Protocol.doing(protocol -> protocol.delete(folder.value())));
        try {
            subscriptions.set(connection, folder, false);
        } catch (MessagingException e) {
            // It was not subscribed to, or the server did that itself.
            if (!ImapFailures.leavesConnectionUsable(e)) {
                throw e;
            }
        }
        return true;
    }
}
