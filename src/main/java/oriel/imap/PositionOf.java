package oriel.imap;

import jakarta.mail.MessagingException;

/** UID FETCH (RFC 3501 section 6.4.8) of nothing but the UID: its answer is headed by the sequence number. */
final class PositionOf {

    int find(OpenFolder folder, long uid) throws MessagingException {
        folder.refresh();
        int number = folder.fetch(uid, "FLAGS").getNumber();
        return Math.max(0, folder.exists() - number);
    }
}
