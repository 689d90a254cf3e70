package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import oriel.mail.FolderName;
import oriel.mail.FolderPath;
import oriel.mail.MailStore;

/** Gives a folder another name, where it is. */
@ApplicationScoped
public class RenameFolder {

    private final MailStore store;
    private final FolderTrees trees;

    @Inject
    public RenameFolder(MailStore store, FolderTrees trees) {
        this.store = store;
        this.trees = trees;
    }

    /** Renames it, with all that lies in it; answers its full name now. */
    public FolderPath rename(FolderPath folder, FolderName name) {
        FolderTree tree = trees.of(folder.owner());
        tree.requireOrdinary(folder);
        FolderPath renamed = tree.find(folder)
                .parent()
                .map(parent -> store.subfolder(parent, name))
                .orElseGet(() -> store.topFolder(folder.owner(), name));
        store.renameFolder(folder, renamed);
        trees.changed();
        return renamed;
    }
}
