package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import oriel.account.CurrentAccount;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.FoldersChanged;
import oriel.mail.MailStore;
import oriel.mail.Owner;

/** Reads the tree of folders for those who change it, and tells that they did. */
@ApplicationScoped
public class FolderTrees {

    private final MailStore store;
    private final CurrentAccount account;
    private final Event<FoldersChanged> changed;

    @Inject
    public FolderTrees(MailStore store, CurrentAccount account, Event<FoldersChanged> changed) {
        this.store = store;
        this.account = account;
        this.changed = changed;
    }

    FolderTree of(Owner owner) {
        return new FolderTree(store.folders(owner), store.subscriptions(owner));
    }

    /** The folders that nobody wants to see; empty if the account makes no use of subscriptions. */
    public Set<FolderPath> hidden(List<Folder> folders, Owner owner) {
        return new FolderTree(folders, store.subscriptions(owner)).hidden();
    }

    void changed() {
        changed.fire(new FoldersChanged(account.id()));
    }
}
