package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.imap.AppendUID;
import org.jspecify.annotations.Nullable;
import oriel.mail.Draft;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mime.MessageWriter;

/** APPEND (RFC 3501 section 6.3.11), with the UID where the server tells it (RFC 4315 section 3). */
final class AppendMessage {

    private final MessageWriter writer;

    AppendMessage(MessageWriter writer) {
        this.writer = writer;
    }

    Optional<MessageRef> append(ImapConnection connection, FolderPath folder, Draft draft, Set<Flag> flags)
            throws MessagingException {
        MessageLiteral literal = new MessageLiteral(writer.writeForStoring(draft, connection.session()));
        // If the answer is lost, the message may be there all the same.
        connection.doNotRepeat();
        @Nullable
        AppendUID place = connection.command(protocol ->
                protocol.appenduid(folder.value(), ServerFlags.of(ServerFlags.system(flags)), null, literal));
        return place == null || place.uid <= 0 || place.uidvalidity <= 0
                ? Optional.empty()
                : Optional.of(new MessageRef(folder, place.uidvalidity, place.uid));
    }
}
