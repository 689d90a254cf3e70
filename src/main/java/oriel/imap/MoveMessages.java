package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.iap.Response;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

/**
 * Moves so that every message is in one of the two folders at any moment: UID MOVE (RFC 6851), or else COPY first, and
 * only after its OK the old ones away, as {@link DeleteMessages} does.
 */
final class MoveMessages {

    /** More are not looked for one by one if the server does not tell where they went. */
    private static final int MOST_SEARCHES = 50;

    private final FindByMessageId findByMessageId;
    private final DeleteMessages deleteMessages = new DeleteMessages();

    MoveMessages(FindByMessageId findByMessageId) {
        this.findByMessageId = findByMessageId;
    }

    List<MessageRef> move(OpenFolder folder, List<MessageRef> messages, FolderPath target) throws MessagingException {
        if (folder.path().equals(target)) {
            return List.copyOf(messages);
        }
        folder.requireAny(messages);
        ImapConnection connection = folder.connection();
        List<String> ids = messages.size() <= MOST_SEARCHES ? MessageIds.of(folder, messages) : List.of();
        List<MessageRef> moved = new ArrayList<>();
        boolean atOnce = connection.has("MOVE");
        for (String uids : UidSets.of(messages)) {
            moved.addAll(CopyUid.places(transfer(folder, atOnce ? "UID MOVE" : "UID COPY", uids, target), target));
        }
        if (!atOnce) {
            deleteMessages.delete(folder, messages);
        }
        return moved.isEmpty() ? search(connection.open(target), ids) : moved;
    }

    private static Response[] transfer(OpenFolder folder, String command, String uids, FolderPath target)
            throws MessagingException {
        if (command.endsWith("COPY")) {
            // Done twice it makes two copies; a MOVE done twice finds nothing left to move.
            folder.connection().doNotRepeat();
        }
        return folder.command(protocol -> {
            var arguments = Protocol.atom(uids);
            Protocol.folder(protocol, arguments, target.value());
            return Protocol.send(protocol, command, arguments);
        });
    }

    private List<MessageRef> search(OpenFolder target, List<String> ids) throws MessagingException {
        List<MessageRef> found = new ArrayList<>();
        for (String id : ids) {
            findByMessageId.find(target, id).ifPresent(found::add);
        }
        return found;
    }
}
