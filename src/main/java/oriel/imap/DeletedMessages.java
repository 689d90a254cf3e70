package oriel.imap;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.jspecify.annotations.Nullable;

/**
 * Messages marked {@code \Deleted} where the server has no UIDPLUS: none can be expunged there without expunging what other
 * programs have marked, so what was moved away or deleted stays, and is hidden as if it were gone. Clearing the mark
 * brings it back. Elsewhere the mark is another program's, and only a mark.
 */
final class DeletedMessages {

    private DeletedMessages() {}

    /** Whether this server's are. */
    static boolean areHidden(ImapConnection connection) throws MessagingException {
        return !connection.has("UIDPLUS");
    }

    /** Sequence numbers of those that are hidden, in ascending order. */
    static long[] hiddenIn(OpenFolder folder) throws MessagingException {
        return areHidden(folder.connection()) && folder.exists() > 0
                ? SearchResults.of(folder.send("SEARCH", "DELETED"))
                : new long[0];
    }

    /** Whether a message is hidden that was fetched with its flags. */
    static boolean isHidden(OpenFolder folder, FetchResponse message) throws MessagingException {
        return isMarked(message) && areHidden(folder.connection());
    }

    /** Whether a message is marked so that was fetched with its flags. */
    static boolean isMarked(FetchResponse message) {
        @Nullable FLAGS flags = message.getItem(FLAGS.class);
        return flags != null && flags.contains(Flags.Flag.DELETED);
    }

    /** The messages' {@code UID FETCH}, of which hidden ones are left out. */
    static boolean isVisible(OpenFolder folder, Response response) throws MessagingException {
        return response instanceof FetchResponse found && !isHidden(folder, found);
    }
}
