package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.ENVELOPE;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import oriel.mail.MessageRef;

/** The Message-IDs of messages (ENVELOPE, RFC 3501 section 7.4.2), by which they can be found again elsewhere. */
final class MessageIds {

    private MessageIds() {}

    /** Of those that are there and have one. */
    static List<String> of(OpenFolder folder, List<MessageRef> messages) throws MessagingException {
        List<String> ids = new ArrayList<>();
        for (String uids : UidSets.of(messages)) {
            for (Response each : folder.send("UID FETCH", uids + " (UID ENVELOPE)")) {
                ENVELOPE envelope = each instanceof FetchResponse found ? found.getItem(ENVELOPE.class) : null;
                if (envelope != null && envelope.messageId != null && !envelope.messageId.isBlank()) {
                    ids.add(envelope.messageId.strip());
                }
            }
        }
        return ids;
    }
}
