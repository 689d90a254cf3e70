package oriel.imap;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.angus.mail.iap.Argument;
import oriel.mail.Lines;
import oriel.mail.MessageRef;

/**
 * UID SEARCH HEADER (RFC 3501 section 6.4.4), not through Jakarta Mail's search, which reads the whole folder when the
 * server says no, be it because of throttling.
 */
final class FindByMessageId {

    Optional<MessageRef> find(OpenFolder folder, String messageId) throws MessagingException {
        Lines.single("Message-ID", messageId);
        if (messageId.isBlank() || !StandardCharsets.US_ASCII.newEncoder().canEncode(messageId)) {
            return Optional.empty();
        }
        folder.refresh();
        String keys = (DeletedMessages.areHidden(folder.connection()) ? "UNDELETED " : "") + "HEADER Message-ID";
        long[] uids = folder.command(protocol -> {
            Argument arguments = Protocol.atom(keys);
            ((CarefulProtocol) protocol).writeText(arguments, messageId.getBytes(StandardCharsets.US_ASCII));
            return SearchResults.of(Protocol.send(protocol, "UID SEARCH", arguments));
        });
        // The newest, should there be several.
        return uids.length == 0 ? Optional.empty() : Optional.of(folder.ref(uids[uids.length - 1]));
    }
}
