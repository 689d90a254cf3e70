package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import oriel.mail.FolderPath;
import oriel.mail.Quota;

/** GETQUOTAROOT of the inbox (QUOTA, RFC 9208 section 4.2), read here because Jakarta Mail may not come to an end with nonsense. */
final class GetQuota {

    private static final Pattern RESOURCE = Pattern.compile("([A-Z-]+) (\\d{1,15}) (\\d{1,15})");
    private static final int KIB = 1024;

    /** The fullest first. */
    List<Quota> ask(ImapConnection connection) throws MessagingException {
        if (!connection.has("QUOTA")) {
            return List.of();
        }
        Response[] responses = connection.command(protocol -> {
            Argument arguments = new Argument();
            Protocol.folder(protocol, arguments, FolderPath.INBOX.value());
            return Protocol.send(protocol, "GETQUOTAROOT", arguments);
        });
        List<Quota> quotas = new ArrayList<>();
        for (Response each : responses) {
            if (each instanceof IMAPResponse answer && answer.keyEquals("QUOTA")) {
                read(answer.toString(), quotas);
            }
        }
        quotas.sort((one, other) -> Double.compare(other.share(), one.share()));
        return quotas;
    }

    private static void read(String line, List<Quota> quotas) {
        // The root's name, which may hold anything, comes before.
        Matcher resource =
                RESOURCE.matcher(line.substring(line.lastIndexOf('(') + 1).toUpperCase(Locale.ROOT));
        while (resource.find()) {
            long used = Long.parseLong(resource.group(2));
            long limit = Long.parseLong(resource.group(3));
            // Some servers tell a limit of nothing where there is none.
            if (limit > 0 && resource.group(1).equals("STORAGE")) {
                quotas.add(new Quota(Quota.Resource.STORAGE, used * KIB, limit * KIB));
            } else if (limit > 0 && resource.group(1).equals("MESSAGE")) {
                quotas.add(new Quota(Quota.Resource.MESSAGE, used, limit));
            }
        }
    }
}
