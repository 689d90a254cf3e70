package oriel.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oriel.fixture.PartialMailStore;
import oriel.mail.Draft;
import oriel.mail.Flag;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MessageRef;
import oriel.mail.SpecialUse;

/** A server that knows one folder, Sent, and can be told to fail at APPEND, before or after the message arrived. */
final class SentFolder extends PartialMailStore {

    final List<String> copies = new ArrayList<>();
    final List<MessageRef> flagged = new ArrayList<>();
    final List<MessageRef> read = new ArrayList<>();
    boolean exists = true;
    boolean created;
    boolean appendArrivesAllTheSame;
    int looks;

    @Nullable
    MailException appendFails;

    private static final FolderPath SENT = new FolderPath("Sent");

    @Override
    public List<Folder> folders() {
        return exists ? List.of(new Folder(SENT, "Sent", 0, SpecialUse.SENT, true, true)) : List.of();
    }

    @Override
    public void flag(List<MessageRef> messages, Flag flag, boolean set) {
        (flag == Flag.SEEN ? read : flagged).addAll(messages);
    }

    @Override
    public Optional<MessageRef> append(FolderPath folder, Draft draft, Set<Flag> flags) {
        if (appendFails == null || appendArrivesAllTheSame) {
            copies.add(draft.messageId());
        }
        if (appendFails != null) {
            throw appendFails;
        }
        return Optional.empty();
    }

    @Override
    public Optional<MessageRef> find(FolderPath folder, String messageId) {
        looks++;
        return copies.contains(messageId) ? Optional.of(new MessageRef(folder, 1, 1)) : Optional.empty();
    }

    @Override
    public void createFolder(FolderPath folder) {
        created = true;
    }
}
