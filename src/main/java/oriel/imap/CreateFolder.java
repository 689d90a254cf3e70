package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.Arrays;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.jspecify.annotations.Nullable;
import oriel.mail.FolderPath;

/** CREATE (RFC 3501 section 6.3.3). */
final class CreateFolder {

    boolean create(ImapConnection connection, FolderPath folder) throws MessagingException {
        try {
            return connection.command(Protocol.doing(protocol -> protocol.create(folder.value())));
        } catch (MessagingException e) {
            // Not every server says why it refuses.
            if (ImapFailures.leavesConnectionUsable(e) && isThere(connection, folder)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isThere(ImapConnection connection, FolderPath folder) throws MessagingException {
        // The name may hold the wildcards * and %, so more than this folder may be listed.
        @Nullable ListInfo[] listed = connection.command(protocol -> protocol.list("", folder.value()));
        return listed != null && Arrays.stream(listed).anyMatch(each -> each.name.equals(folder.value()));
    }
}
