package oriel.imap;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import oriel.mail.Draft;
import oriel.mail.Flag;
import oriel.mail.Folder;
import oriel.mail.FolderName;
import oriel.mail.FolderPath;
import oriel.mail.FolderStatus;
import oriel.mail.FolderTrouble;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.Message;
import oriel.mail.MessageRef;
import oriel.mail.Owner;
import oriel.mail.Page;
import oriel.mail.PartId;
import oriel.mail.PartReader;
import oriel.mail.Quota;
import oriel.mail.SearchQuery;
import oriel.mail.Tag;

/** The mail of one account: runs one command for each method on the account's pool. */
final class ImapMailStore implements MailStore {

    private final Supplier<ImapPool> pool;
    private final ImapCommands commands;

    /** @param pool the account's pool now, as it ends with the last session and begins anew with the next one */
    ImapMailStore(Supplier<ImapPool> pool, ImapCommands commands) {
        this.pool = pool;
        this.commands = commands;
    }

    private <T> T run(@Nullable FolderPath folder, ImapCommand<T> command) {
        return pool.get().run(folder, command);
    }

    private void download(FolderPath folder, ImapCommand<Boolean> command) {
        pool.get().download(folder, command);
    }

    @Override
    public List<Folder> folders() {
        return run(null, commands.listFolders::list);
    }

    @Override
    public FolderStatus status(FolderPath folder) {
        return run(null, connection -> commands.folderCounts.count(connection, folder));
    }

    @Override
    public Page page(FolderPath folder, int offset, int limit) {
        return run(folder, connection -> commands.listEnvelopes.list(connection.open(folder), offset, limit));
    }

    @Override
    public int position(MessageRef message) {
        return run(message.folder(), connection -> commands.positionOf.find(connection.open(message), message.uid()));
    }

    @Override
    public Message message(MessageRef message) {
        return run(message.folder(), connection -> commands.fetchMessage.fetch(connection.open(message), message));
    }

    @Override
    public void part(MessageRef message, PartId part, PartReader reader) {
        download(
                message.folder(),
                connection -> commands.fetchPart.fetch(connection.open(message), message.uid(), part, reader));
    }

    @Override
    public void source(MessageRef message, OutputStream out) {
        download(
                message.folder(),
                connection -> commands.fetchSource.fetch(connection.open(message), message.uid(), out));
    }

    @Override
    public void flag(List<MessageRef> messages, Flag flag, boolean set) {
        if (!messages.isEmpty()) {
            MessageRef any = oneOf(messages);
            run(any.folder(), connection -> commands.storeFlags.store(connection.open(any), messages, flag, set));
        }
    }

    @Override
    public boolean tag(List<MessageRef> messages, Tag tag, boolean set) {
        if (messages.isEmpty()) {
            return true;
        }
        MessageRef any = oneOf(messages);
        return run(any.folder(), connection -> commands.storeFlags.store(connection.open(any), messages, tag, set));
    }

    /** What a message is marked with and when it came; for a copy of it elsewhere. */
    Marks marks(MessageRef message) {
        return run(message.folder(), connection -> commands.fetchMarks.fetch(connection.open(message), message));
    }

    /** Puts a message into a folder, as it lies in a file. */
    Optional<MessageRef> append(FolderPath folder, Path file, Marks marks) {
        return run(null, connection -> commands.appendMessage.append(connection, folder, file, marks));
    }

    @Override
    public List<MessageRef> move(List<MessageRef> messages, FolderPath target) {
        if (messages.isEmpty()) {
            return List.of();
        }
        MessageRef any = oneOf(messages);
        return run(any.folder(), connection -> commands.moveMessages.move(connection.open(any), messages, target));
    }

    @Override
    public List<MessageRef> copy(List<MessageRef> messages, FolderPath target) {
        if (messages.isEmpty()) {
            return List.of();
        }
        MessageRef any = oneOf(messages);
        return run(any.folder(), connection -> commands.copyMessages.copy(connection.open(any), messages, target));
    }

    @Override
    public void delete(List<MessageRef> messages) {
        if (!messages.isEmpty()) {
            MessageRef any = oneOf(messages);
            run(any.folder(), connection -> commands.deleteMessages.delete(connection.open(any), messages));
        }
    }

    @Override
    public Optional<MessageRef> append(FolderPath folder, Draft draft, Set<Flag> flags) {
        return run(null, connection -> commands.appendMessage.append(connection, folder, draft, flags));
    }

    @Override
    public List<MessageRef> search(FolderPath folder, SearchQuery query) {
        return run(folder, connection -> commands.searchFolder.search(connection.open(folder), query));
    }

    @Override
    public Optional<MessageRef> find(FolderPath folder, String messageId) {
        return run(folder, connection -> commands.findByMessageId.find(connection.open(folder), messageId));
    }

    @Override
    public void createFolder(FolderPath folder) {
        run(null, connection -> commands.createFolder.create(connection, folder));
    }

    @Override
    public FolderPath subfolder(FolderPath parent, FolderName name) {
        return run(null, connection -> commands.folderHierarchy.subfolder(connection, parent, name));
    }

    @Override
    public FolderPath topFolder(Owner owner, FolderName name) {
        return run(null, connection -> commands.folderHierarchy.topFolder(connection, name));
    }

    @Override
    public void renameFolder(FolderPath from, FolderPath to) {
        if (from.isInbox() || to.isInbox()) {
            throw new MailException.FolderRefused(from.isInbox() ? FolderTrouble.PROTECTED : FolderTrouble.EXISTS);
        }
        if (!from.equals(to)) {
            AtomicBoolean sent = new AtomicBoolean();
            away(from, connection -> commands.renameFolder.rename(connection, from, to, sent.getAndSet(true)));
        }
    }

    @Override
    public void deleteFolder(FolderPath folder) {
        if (folder.isInbox()) {
            throw new MailException.FolderRefused(FolderTrouble.PROTECTED);
        }
        AtomicBoolean sent = new AtomicBoolean();
        away(folder, connection -> commands.deleteFolder.delete(connection, folder, sent.getAndSet(true)));
    }

    /** Runs a command after which a folder, with all that lies in it, is no longer where connections have it selected. */
    private void away(FolderPath folder, ImapCommand<Boolean> command) {
        char delimiter = run(null, connection -> FolderHierarchy.delimiter(connection, folder));
        ImapPool connections = pool.get();
        connections.leave(each -> each.isWithin(folder, delimiter));
        try {
            connections.run(null, command);
        } finally {
            connections.outdate(each -> each.isWithin(folder, delimiter));
        }
    }

    @Override
    public Set<FolderPath> subscriptions(Owner owner) {
        return run(null, commands.subscriptions::list);
    }

    @Override
    public void subscribe(FolderPath folder, boolean subscribed) {
        run(null, connection -> commands.subscriptions.set(connection, folder, subscribed));
    }

    @Override
    public List<Quota> quota(Owner owner) {
        return run(null, commands.getQuota::ask);
    }

    /** Any of the messages, all of which must be of one folder in one state. */
    private static MessageRef oneOf(List<MessageRef> messages) {
        MessageRef first = messages.getFirst();
        for (MessageRef each : messages) {
            if (!each.folder().equals(first.folder()) || each.uidValidity() != first.uidValidity()) {
                throw new IllegalArgumentException("messages of one folder only");
            }
        }
        return first;
    }
}
