package oriel.outbox;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oriel.mail.Draft;
import oriel.mail.Flag;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.FolderStatus;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.Message;
import oriel.mail.MessageRef;
import oriel.mail.Page;
import oriel.mail.PartId;
import oriel.mail.PartReader;
import oriel.mail.SpecialUse;

/** A server that knows one folder, Sent, and can be told to fail at APPEND, before or after the message arrived. */
final class SentFolder implements MailStore {

    final List<String> copies = new ArrayList<>();
    final List<MessageRef> flagged = new ArrayList<>();
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
        flagged.addAll(messages);
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

    @Override
    public FolderStatus status(FolderPath folder) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page page(FolderPath folder, int offset, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int position(MessageRef message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Message message(MessageRef message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void part(MessageRef message, PartId part, PartReader reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void source(MessageRef message, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<MessageRef> move(List<MessageRef> messages, FolderPath target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(List<MessageRef> messages) {
        throw new UnsupportedOperationException();
    }
}
