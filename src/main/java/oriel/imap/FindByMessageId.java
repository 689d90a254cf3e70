package oriel.imap;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
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
        // The newest, should there be several.
        OptionalLong uid = folder.command(protocol -> {
            Argument arguments = Protocol.atom("HEADER Message-ID");
            ((CarefulProtocol) protocol).writeText(arguments, messageId.getBytes(StandardCharsets.US_ASCII));
            return uids(Protocol.send(protocol, "UID SEARCH", arguments)).max();
        });
        return uid.isPresent() ? Optional.of(folder.ref(uid.getAsLong())) : Optional.empty();
    }

    private static LongStream uids(Response[] responses) {
        LongStream.Builder uids = LongStream.builder();
        for (Response each : responses) {
            if (each instanceof IMAPResponse answer && answer.keyEquals("SEARCH")) {
                for (long uid = answer.readLong(); uid > 0; uid = answer.readLong()) {
                    uids.add(uid);
                }
            }
        }
        return uids.build();
    }
}
