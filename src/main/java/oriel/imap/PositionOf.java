package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.Arrays;

/** UID FETCH (RFC 3501 section 6.4.8) of nothing but the UID: its answer is headed by the sequence number. */
final class PositionOf {

    int find(OpenFolder folder, long uid) throws MessagingException {
        folder.refresh();
        int number = folder.fetch(uid, "FLAGS").getNumber();
        long hidden = Arrays.stream(DeletedMessages.hiddenIn(folder))
                .filter(each -> each > number)
                .count();
        return (int) Math.max(0, folder.exists() - number - hidden);
    }
}
