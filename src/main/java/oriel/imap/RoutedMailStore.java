package oriel.imap;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import oriel.mail.Draft;
import oriel.mail.Envelope;
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

/**
 * Leads each request to the mailbox of the folder's owner. Behind this, mailboxes know nothing of owners: they are taken
 * off on the way in and put on again on the way out.
 */
final class RoutedMailStore implements MailStore {

    private final Mailboxes<ImapMailStore> mailboxes;
    private final TransferMessages transfer;

    /** @param mailboxes the mailbox of an owner; throws {@code FolderGone} for one that is not offered */
    RoutedMailStore(Function<Owner, ImapMailStore> mailboxes, TransferMessages transfer) {
        this.mailboxes = new Mailboxes<>(mailboxes);
        this.transfer = transfer;
    }

    private <T> T at(Owner owner, Function<ImapMailStore, T> action) {
        return mailboxes.at(owner, action);
    }

    private void run(Owner owner, Consumer<ImapMailStore> action) {
        at(owner, mailbox -> {
            action.accept(mailbox);
            return owner;
        });
    }

    @Override
    public List<Folder> folders() {
        return folders(Owner.SELF);
    }

    @Override
    public List<Folder> folders(Owner owner) {
        return at(owner, MailStore::folders).stream()
                .map(folder -> new Folder(
                        folder.path().of(owner),
                        folder.name(),
                        folder.depth(),
                        folder.use(),
                        folder.selectable(),
                        folder.mail()))
                .toList();
    }

    @Override
    public FolderStatus status(FolderPath folder) {
        FolderStatus status = at(folder.owner(), mailbox -> mailbox.status(bare(folder)));
        return new FolderStatus(folder, status.messages(), status.unread());
    }

    @Override
    public Page page(FolderPath folder, int offset, int limit) {
        Page page = at(folder.owner(), mailbox -> mailbox.page(bare(folder), offset, limit));
        List<Envelope> rows = page.rows().stream()
                .map(row -> row.at(row.ref().of(folder.owner())))
                .toList();
        return new Page(folder, page.uidValidity(), page.offset(), page.total(), rows);
    }

    @Override
    public int position(MessageRef message) {
        return at(owner(message), mailbox -> mailbox.position(bare(message)));
    }

    @Override
    public Message message(MessageRef message) {
        return at(owner(message), mailbox -> mailbox.message(bare(message))).at(message);
    }

    @Override
    public void part(MessageRef message, PartId part, PartReader reader) {
        run(owner(message), mailbox -> mailbox.part(bare(message), part, reader));
    }

    @Override
    public void source(MessageRef message, OutputStream out) {
        run(owner(message), mailbox -> mailbox.source(bare(message), out));
    }

    @Override
    public void flag(List<MessageRef> messages, Flag flag, boolean set) {
        if (!messages.isEmpty()) {
            run(owner(messages.getFirst()), mailbox -> mailbox.flag(bare(messages), flag, set));
        }
    }

    @Override
    public boolean tag(List<MessageRef> messages, Tag tag, boolean set) {
        return messages.isEmpty() || at(owner(messages.getFirst()), mailbox -> mailbox.tag(bare(messages), tag, set));
    }

    @Override
    public List<MessageRef> move(List<MessageRef> messages, FolderPath target) {
        if (messages.isEmpty()) {
            return List.of();
        }
        return into(
                target,
                messages,
                source -> source.move(bare(messages), bare(target)),
                (source, other) -> transfer.move(source, bare(messages), other, bare(target)));
    }

    @Override
    public List<MessageRef> copy(List<MessageRef> messages, FolderPath target) {
        if (messages.isEmpty()) {
            return List.of();
        }
        return into(
                target,
                messages,
                source -> source.copy(bare(messages), bare(target)),
                (source, other) -> transfer.copy(source, bare(messages), other, bare(target)));
    }

    /** Where messages are in the target, which another command is for if it lies in another mailbox than they do. */
    private List<MessageRef> into(
            FolderPath target,
            List<MessageRef> messages,
            Function<ImapMailStore, List<MessageRef>> within,
            BiFunction<ImapMailStore, ImapMailStore, List<MessageRef>> across) {
        Owner from = owner(messages.getFirst());
        List<MessageRef> now = at(
                from,
                source -> target.owner().equals(from)
                        ? within.apply(source)
                        : at(target.owner(), other -> across.apply(source, other)));
        return now.stream().map(ref -> ref.of(target.owner())).toList();
    }

    @Override
    public void delete(List<MessageRef> messages) {
        if (!messages.isEmpty()) {
            run(owner(messages.getFirst()), mailbox -> mailbox.delete(bare(messages)));
        }
    }

    @Override
    public Optional<MessageRef> append(FolderPath folder, Draft draft, Set<Flag> flags) {
        return at(folder.owner(), mailbox -> mailbox.append(bare(folder), draft, flags))
                .map(ref -> ref.of(folder.owner()));
    }

    @Override
    public Optional<MessageRef> find(FolderPath folder, String messageId) {
        return at(folder.owner(), mailbox -> mailbox.find(bare(folder), messageId))
                .map(ref -> ref.of(folder.owner()));
    }

    @Override
    public List<MessageRef> search(FolderPath folder, SearchQuery query) {
        List<MessageRef> found = at(folder.owner(), mailbox -> mailbox.search(bare(folder), query));
        return found.stream().map(ref -> ref.of(folder.owner())).toList();
    }

    @Override
    public void createFolder(FolderPath folder) {
        run(folder.owner(), mailbox -> mailbox.createFolder(bare(folder)));
    }

    @Override
    public FolderPath subfolder(FolderPath parent, FolderName name) {
        return at(parent.owner(), mailbox -> mailbox.subfolder(bare(parent), name))
                .of(parent.owner());
    }

    @Override
    public FolderPath topFolder(Owner owner, FolderName name) {
        return at(owner, mailbox -> mailbox.topFolder(Owner.SELF, name)).of(owner);
    }

    @Override
    public void renameFolder(FolderPath from, FolderPath to) {
        if (!from.owner().equals(to.owner())) {
            throw new MailException.FolderRefused(FolderTrouble.OTHER_MAILBOX);
        }
        run(from.owner(), mailbox -> mailbox.renameFolder(bare(from), bare(to)));
    }

    @Override
    public void deleteFolder(FolderPath folder) {
        run(folder.owner(), mailbox -> mailbox.deleteFolder(bare(folder)));
    }

    @Override
    public Set<FolderPath> subscriptions(Owner owner) {
        return at(owner, mailbox -> mailbox.subscriptions(Owner.SELF)).stream()
                .map(folder -> folder.of(owner))
                .collect(Collectors.toSet());
    }

    @Override
    public void subscribe(FolderPath folder, boolean subscribed) {
        run(folder.owner(), mailbox -> mailbox.subscribe(bare(folder), subscribed));
    }

    @Override
    public List<Quota> quota(Owner owner) {
        return at(owner, mailbox -> mailbox.quota(Owner.SELF));
    }

    private static Owner owner(MessageRef message) {
        return message.folder().owner();
    }

    private static FolderPath bare(FolderPath folder) {
        return folder.of(Owner.SELF);
    }

    private static MessageRef bare(MessageRef message) {
        return message.of(Owner.SELF);
    }

    /** @throws IllegalArgumentException if they are not all of one owner */
    private static List<MessageRef> bare(List<MessageRef> messages) {
        Owner first = owner(messages.getFirst());
        if (!messages.stream().allMatch(message -> owner(message).equals(first))) {
            throw new IllegalArgumentException("messages of one folder only");
        }
        return messages.stream().map(RoutedMailStore::bare).toList();
    }
}
