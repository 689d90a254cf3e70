package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import oriel.mail.FolderPath;

/**
 * STATUS (RFC 3501 section 6.3.10), read here because Jakarta Mail never comes to an end with an answer that makes no
 * sense.
 */
final class FolderStatuses {

    private static final Pattern ITEM = Pattern.compile("(\\w+) (\\d{1,18})");

    private FolderStatuses() {}

    /**
     * What the server tells of a folder.
     *
     * @param items as in {@code "MESSAGES UNSEEN"}
     * @throws MessagingException if it tells nothing
     */
    static Map<String, Long> ask(ImapConnection connection, FolderPath folder, String items) throws MessagingException {
        Response[] responses = connection.command(protocol -> {
            Argument arguments = new Argument();
            Protocol.folder(protocol, arguments, folder.value());
            arguments.writeArgument(Protocol.atom(items));
            return Protocol.send(protocol, "STATUS", arguments);
        });
        Map<String, Long> told = new HashMap<>();
        for (Response each : responses) {
            if (each instanceof IMAPResponse answer && answer.keyEquals("STATUS")) {
                String line = each.toString();
                // The folder's name, which may hold anything, comes before.
                Matcher item = ITEM.matcher(line.substring(line.lastIndexOf('(') + 1));
                while (item.find()) {
                    told.put(item.group(1).toUpperCase(Locale.ROOT), Long.parseLong(item.group(2)));
                }
            }
        }
        if (told.isEmpty()) {
            throw new MessagingException("no STATUS in the answer");
        }
        return told;
    }

    /** How many; 0 if the server did not tell. */
    static int count(Map<String, Long> told, String item) {
        return (int) Math.min(Integer.MAX_VALUE, told.getOrDefault(item, 0L));
    }
}
