package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import oriel.mail.FolderName;
import oriel.mail.FolderPath;
import oriel.mail.FolderTrouble;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.Owner;

/** Makes folders. */
@ApplicationScoped
public class CreateFolder {

    private final MailStore store;
    private final FolderTrees trees;

    @Inject
    public CreateFolder(MailStore store, FolderTrees trees) {
        this.store = store;
        this.trees = trees;
    }

    /** Makes a folder in another one; answers its full name. */
    public FolderPath create(FolderPath parent, FolderName name) {
        return create(store.subfolder(parent, name));
    }

    /** Makes a folder at the top; answers its full name. */
    public FolderPath create(Owner owner, FolderName name) {
        return create(store.topFolder(owner, name));
    }

    private FolderPath create(FolderPath folder) {
        FolderTree tree = trees.of(folder.owner());
        if (tree.has(folder)) {
            throw new MailException.FolderRefused(FolderTrouble.EXISTS);
        }
        store.createFolder(folder);
        if (tree.usesSubscriptions()) {
            // Else it would be hidden here and in other mail programs.
            store.subscribe(folder, true);
        }
        trees.changed();
        return folder;
    }
}
