package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.jspecify.annotations.Nullable;
import oriel.mail.FolderName;
import oriel.mail.FolderPath;
import oriel.mail.FolderTrouble;
import oriel.mail.MailException;

/** How the server spells the names of folders that lie in others, and where one's own begin (NAMESPACE, RFC 2342). */
final class FolderHierarchy {

    /** What Jakarta Mail says where folders cannot lie in folders. */
    private static final char NONE = '\0';

    /** The prefix of the first personal namespace: quoted, without what would need to be escaped. */
    private static final Pattern PERSONAL = Pattern.compile("(?i)NAMESPACE \\(\\(\"([^\"\\\\]*)\"");

    /** The folder as the server lists it; empty if it is not there. */
    static Optional<ListInfo> listed(ImapConnection connection, FolderPath folder) throws MessagingException {
        // The name may hold the wildcards * and %, so more than this folder may be listed.
        @Nullable ListInfo[] listed = connection.command(protocol -> protocol.list("", folder.value()));
        return listed == null
                ? Optional.empty()
                : Arrays.stream(listed)
                        .filter(each -> each.name.equals(folder.value())
                                || folder.isInbox() && each.name.equalsIgnoreCase(folder.value()))
                        .findFirst();
    }

    /** @throws MailException.FolderGone if the folder is not there */
    static char delimiter(ImapConnection connection, FolderPath folder) throws MessagingException {
        return listed(connection, folder).orElseThrow(() -> new MailException.FolderGone(null)).separator;
    }

    FolderPath subfolder(ImapConnection connection, FolderPath parent, FolderName name) throws MessagingException {
        char delimiter = delimiter(connection, parent);
        if (delimiter == NONE) {
            throw new MailException.FolderRefused(FolderTrouble.NO_SUBFOLDERS);
        }
        return path(parent.value() + delimiter, name, delimiter);
    }

    FolderPath topFolder(ImapConnection connection, FolderName name) throws MessagingException {
        return path(connection.has("NAMESPACE") ? personalPrefix(connection) : "", name, delimiter(connection));
    }

    private static FolderPath path(String prefix, FolderName name, char delimiter) {
        if (delimiter != NONE && name.value().indexOf(delimiter) >= 0) {
            throw new MailException.FolderRefused(FolderTrouble.DELIMITER);
        }
        try {
            return new FolderPath(prefix + name.value());
        } catch (IllegalArgumentException e) {
            throw new MailException.FolderRefused(FolderTrouble.TOO_LONG);
        }
    }

    private static char delimiter(ImapConnection connection) throws MessagingException {
        // LIST of no name asks for the delimiter only (RFC 3501 section 6.3.8).
        @Nullable ListInfo[] root = connection.command(protocol -> protocol.list("", ""));
        return root != null && root.length > 0 && root[0].separator != NONE
                ? root[0].separator
                : delimiter(connection, FolderPath.INBOX);
    }

    private static String personalPrefix(ImapConnection connection) throws MessagingException {
        for (Response each : connection.command(protocol -> Protocol.send(protocol, "NAMESPACE", new Argument()))) {
            if (each instanceof IMAPResponse answer && answer.keyEquals("NAMESPACE")) {
                Matcher personal = PERSONAL.matcher(answer.toString());
                return personal.find() ? personal.group(1) : "";
            }
        }
        return "";
    }
}
