package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.Set;
import oriel.mail.FolderPath;
import oriel.mail.FolderTrouble;
import oriel.mail.MailException;

/** RENAME (RFC 3501 section 6.3.5). */
final class RenameFolder {

    private final Subscriptions subscriptions = new Subscriptions();

    /** @param again whether it was sent before and the answer was lost */
    boolean rename(ImapConnection connection, FolderPath from, FolderPath to, boolean again) throws MessagingException {
        boolean taken = FolderHierarchy.listed(connection, to).isPresent();
        if (again && taken && FolderHierarchy.listed(connection, from).isEmpty()) {
            return true;
        }
        char delimiter = FolderHierarchy.delimiter(connection, from);
        if (to.isWithin(from, delimiter)) {
            throw new MailException.FolderRefused(FolderTrouble.INTO_ITSELF);
        }
        if (taken) {
            throw new MailException.FolderRefused(FolderTrouble.EXISTS);
        }
        Set<FolderPath> subscribed = subscriptions.list(connection);
        try {
            connection.command(Protocol.doing(protocol -> protocol.rename(from.value(), to.value())));
        } catch (MessagingException e) {
            if (ImapFailures.translate(e) instanceof MailException.FolderGone) {
                throw ImapFailures.inItsWords(e);
            }
            throw e;
        }
        for (FolderPath each : subscribed) {
            if (each.isWithin(from, delimiter)) {
                follow(
                        connection,
                        each,
                        to.value() + each.value().substring(from.value().length()));
            }
        }
        return true;
    }

    /** Servers leave subscriptions at the old names (section 6.3.9), where nobody would find them. */
    private void follow(ImapConnection connection, FolderPath old, String renamed) throws MessagingException {
        try {
            subscriptions.set(connection, new FolderPath(renamed), true);
            subscriptions.set(connection, old, false);
        } catch (MessagingException e) {
            // The folder is where it was wanted; what is left is less than the trouble of being told.
            if (!ImapFailures.leavesConnectionUsable(e)) {
                throw e;
            }
        }
    }
}
