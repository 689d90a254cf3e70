package oriel.imap;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.iap.Literal;
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
        return append(connection, folder, literal, new Marks(flags, Set.of(), null));
    }

    /** Appends what a file holds. */
    Optional<MessageRef> append(ImapConnection connection, FolderPath folder, Path file, Marks marks)
            throws MessagingException, IOException {
        return append(connection, folder, new FileLiteral(file), marks);
    }

    private static Optional<MessageRef> append(
            ImapConnection connection, FolderPath folder, Literal literal, Marks marks) throws MessagingException {
        // If the answer is lost, the message may be there all the same.
        connection.doNotRepeat();
        @Nullable
        AppendUID place = connection.command(protocol -> protocol.appenduid(
                folder.value(), ServerFlags.of(ServerFlags.system(marks.flags())), marks.received(), literal));
        return place == null || place.uid <= 0 || place.uidvalidity <= 0
                ? Optional.empty()
                : Optional.of(new MessageRef(folder, place.uidvalidity, place.uid));
    }
}
