package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.jspecify.annotations.Nullable;
import oriel.mail.FolderPath;

/** LSUB, SUBSCRIBE and UNSUBSCRIBE (RFC 3501 sections 6.3.6 to 6.3.9), which servers know that know no LIST-EXTENDED too. */
final class Subscriptions {

    Set<FolderPath> list(ImapConnection connection) throws MessagingException {
        @Nullable ListInfo[] listed = connection.command(protocol -> protocol.lsub("", "*"));
        Set<FolderPath> paths = new LinkedHashSet<>();
        if (listed != null) {
            // What is listed as \Noselect only leads to what is subscribed to, and so does what has no usable name.
            Arrays.stream(listed)
                    .filter(each -> each.canOpen && ListFolders.hasUsableName(each))
                    .forEach(each -> paths.add(new FolderPath(each.name)));
        }
        return paths;
    }

    boolean set(ImapConnection connection, FolderPath folder, boolean subscribed) throws MessagingException {
        return connection.command(Protocol.doing(protocol -> {
            if (subscribed) {
                protocol.subscribe(folder.value());
            } else {
                protocol.unsubscribe(folder.value());
            }
        }));
    }
}
