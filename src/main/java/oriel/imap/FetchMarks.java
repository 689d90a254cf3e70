package oriel.imap;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.IMAPMessage;
import oriel.mail.MessageRef;
import oriel.mime.Keywords;

/** FLAGS and INTERNALDATE of one message (RFC 3501 section 6.4.5). */
final class FetchMarks {

    Marks fetch(OpenFolder folder, MessageRef message) throws MessagingException {
        IMAPMessage found = folder.byUid(message.uid());
        return new Marks(ServerFlags.in(found.getFlags()), Keywords.tags(found.getFlags()), found.getReceivedDate());
    }
}
