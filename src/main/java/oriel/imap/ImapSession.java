package oriel.imap;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oriel.account.CurrentAccount;
import oriel.mail.Draft;
import oriel.mail.Flag;
import oriel.mail.Folder;
import oriel.mail.FolderName;
import oriel.mail.FolderPath;
import oriel.mail.FolderStatus;
import oriel.mail.MailStore;
import oriel.mail.MailStores;
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
 * The mail of whoever uses this browser session. Holds nothing of its own, so that another node can take the session
 * over: the connections live in {@link ImapPools}.
 */
@SessionScoped
public class ImapSession implements MailStore, Serializable {

    private static final long serialVersionUID = 1;

    // Both are client proxies, which can be written with the session.
    @SuppressWarnings("serial")
    private final MailStores stores;

    @SuppressWarnings("serial")
    private final CurrentAccount account;

    @Inject
    public ImapSession(MailStores stores, CurrentAccount account) {
        this.stores = stores;
        this.account = account;
    }

    private MailStore store() {
        return stores.of(account.id());
    }

    @Override
    public List<Folder> folders() {
        return store().folders();
    }

    @Override
    public List<Folder> folders(Owner owner) {
        return store().folders(owner);
    }

    @Override
    public FolderStatus status(FolderPath folder) {
        return store().status(folder);
    }

    @Override
    public Page page(FolderPath folder, int offset, int limit) {
        return store().page(folder, offset, limit);
    }

    @Override
    public int position(MessageRef message) {
        return store().position(message);
    }

    @Override
    public Message message(MessageRef message) {
        return store().message(message);
    }

    @Override
    public void part(MessageRef message, PartId part, PartReader reader) {
        store().part(message, part, reader);
    }

    @Override
    public void source(MessageRef message, OutputStream out) {
        store().source(message, out);
    }

    @Override
    public void flag(List<MessageRef> messages, Flag flag, boolean set) {
        store().flag(messages, flag, set);
    }

    @Override
    public boolean tag(List<MessageRef> messages, Tag tag, boolean set) {
        return store().tag(messages, tag, set);
    }

    @Override
    public List<MessageRef> move(List<MessageRef> messages, FolderPath target) {
        return store().move(messages, target);
    }

    @Override
    public List<MessageRef> copy(List<MessageRef> messages, FolderPath target) {
        return store().copy(messages, target);
    }

    @Override
    public void delete(List<MessageRef> messages) {
        store().delete(messages);
    }

    @Override
    public Optional<MessageRef> append(FolderPath folder, Draft draft, Set<Flag> flags) {
        return store().append(folder, draft, flags);
    }

    @Override
    public List<MessageRef> search(FolderPath folder, SearchQuery query) {
        return store().search(folder, query);
    }

    @Override
    public Optional<MessageRef> find(FolderPath folder, String messageId) {
        return store().find(folder, messageId);
    }

    @Override
    public void createFolder(FolderPath folder) {
        store().createFolder(folder);
    }

    @Override
    public FolderPath subfolder(FolderPath parent, FolderName name) {
        return store().subfolder(parent, name);
    }

    @Override
    public FolderPath topFolder(Owner owner, FolderName name) {
        return store().topFolder(owner, name);
    }

    @Override
    public void renameFolder(FolderPath from, FolderPath to) {
        store().renameFolder(from, to);
    }

    @Override
    public void deleteFolder(FolderPath folder) {
        store().deleteFolder(folder);
    }

    @Override
    public Set<FolderPath> subscriptions(Owner owner) {
        return store().subscriptions(owner);
    }

    @Override
    public void subscribe(FolderPath folder, boolean subscribed) {
        store().subscribe(folder, subscribed);
    }

    @Override
    public List<Quota> quota(Owner owner) {
        return store().quota(owner);
    }
}
