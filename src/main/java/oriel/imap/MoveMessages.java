package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MessageRef;

/**
 * Moves so that every message is in one of the two folders at any moment: UID MOVE (RFC 6851), or else COPY first, and
 * only after its OK the old ones away, as {@link DeleteMessages} does. If the answer is lost, the next attempt looks what
 * has arrived and copies none of it again.
 */
final class MoveMessages {

    private final InterruptedMoves interrupted = new InterruptedMoves();
    private final DeleteMessages deleteMessages = new DeleteMessages();

    /** @return where they are now, in any order; without those of which it is not certain */
    List<MessageRef> move(OpenFolder folder, List<MessageRef> messages, FolderPath target) throws MessagingException {
        if (folder.path().equals(target)) {
            return List.copyOf(messages);
        }
        folder.requireWritable();
        var key = new InterruptedMoves.Key(folder.user(), List.copyOf(messages), target);
        Optional<MovedMessages> begun = interrupted.find(key);
        List<MessageRef> moved = begun.isPresent()
                ? goOn(folder.connection(), messages, begun.get(), key)
                : begin(folder, messages, target, key);
        interrupted.end(key);
        return moved;
    }

    private List<MessageRef> begin(
            OpenFolder folder, List<MessageRef> messages, FolderPath target, InterruptedMoves.Key key)
            throws MessagingException {
        Map<Long, Likeness> looks = folder.known(messages);
        long next = FolderStatuses.ask(folder.connection(), target, "UIDNEXT").getOrDefault("UIDNEXT", 0L);
        MovedMessages moving = new MovedMessages(looks, target, next);
        interrupted.begin(key, moving);
        List<MessageRef> told = transfer(folder, named(messages, looks.keySet()), target, key);
        // Some tell it of some only, or not at all.
        return told.size() < looks.size() ? moving.certain(folder.connection()) : told;
    }

    /** Moves what has not arrived, and takes away what has. */
    private List<MessageRef> goOn(
            ImapConnection connection, List<MessageRef> messages, MovedMessages moving, InterruptedMoves.Key key)
            throws MessagingException {
        Map<Long, MessageRef> arrived = moving.arrived(connection);
        OpenFolder folder = connection.open(messages.getFirst());
        Set<Long> left = new HashSet<>(MovedMessages.looksOf(folder, messages).keySet());
        List<MessageRef> copied = named(messages, arrived.keySet()).stream()
                .filter(each -> left.contains(each.uid()))
                .toList();
        left.removeAll(arrived.keySet());
        // Without a Message-ID nobody can tell whether it has arrived; it is in its folder at least.
        boolean unknown = left.removeIf(uid -> moving.next() <= 0 || moving.isNameless(uid));
        deleteMessages.delete(folder, copied);
        List<MessageRef> moved = new ArrayList<>(arrived.values());
        if (!left.isEmpty()) {
            moved.addAll(transfer(folder, named(messages, left), moving.target(), key));
        }
        if (unknown) {
            interrupted.end(key);
            throw new MailException.MoveUnknown();
        }
        return moved;
    }

    private static List<MessageRef> named(List<MessageRef> messages, Set<Long> uids) {
        return messages.stream().filter(each -> uids.contains(each.uid())).toList();
    }

    private List<MessageRef> transfer(
            OpenFolder folder, List<MessageRef> messages, FolderPath target, InterruptedMoves.Key key)
            throws MessagingException {
        if (folder.connection().has("MOVE")) {
            try {
                return all(folder, "UID MOVE", messages, target, key);
            } catch (MessagingException e) {
                // Some announce it and do not know it.
                if (!ImapFailures.isUnknownCommand(e)) {
                    throw e;
                }
            }
        }
        List<MessageRef> copies = all(folder, "UID COPY", messages, target, key);
        deleteMessages.delete(folder, messages);
        return copies;
    }

    private List<MessageRef> all(
            OpenFolder folder, String command, List<MessageRef> messages, FolderPath target, InterruptedMoves.Key key)
            throws MessagingException {
        List<MessageRef> places = new ArrayList<>();
        boolean begun = false;
        for (String uids : UidSets.of(messages)) {
            try {
                places.addAll(CopyUid.places(CopyMessages.send(folder, command, uids, target), target));
                begun = true;
            } catch (MessagingException e) {
                if (!begun && ImapFailures.leavesConnectionUsable(e) && !ImapFailures.isUnknownCommand(e)) {
                    interrupted.end(key);
                }
                throw e;
            }
        }
        return places;
    }
}
