package oriel.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.iap.Response;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

/** The response code COPYUID (RFC 4315 section 3), which MOVE may send untagged and in pieces (RFC 6851 section 4.3). */
final class CopyUid {

    private static final Pattern CODE =
            Pattern.compile("\\[COPYUID (\\d{1,10}) ([\\d:,]+) ([\\d:,]+)]", Pattern.CASE_INSENSITIVE);

    private static final int MOST = 100_000;

    private CopyUid() {}

    /** Where the messages are now; empty if the server did not tell. */
    static List<MessageRef> places(Response[] responses, FolderPath target) {
        List<MessageRef> places = new ArrayList<>();
        for (Response each : responses) {
            Matcher code = CODE.matcher(each.toString());
            if (each.isOK() && code.find()) {
                long uidValidity = Long.parseLong(code.group(1));
                UidSets.parse(code.group(3), MOST).stream()
                        .filter(uid -> uid > 0 && uidValidity > 0)
                        .forEach(uid -> places.add(new MessageRef(target, uidValidity, uid)));
            }
        }
        // Some servers tell it twice, before and with the answer.
        return places.stream().distinct().toList();
    }
}
