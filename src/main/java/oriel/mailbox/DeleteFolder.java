package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;

/** Deletes a folder for good. */
@ApplicationScoped
public class DeleteFolder {

    private final MailStore store;
    private final FolderTrees trees;

    @Inject
    public DeleteFolder(MailStore store, FolderTrees trees) {
        this.store = store;
        this.trees = trees;
    }

    /** Deletes it with its messages and with all that lies in it; what the server refuses stays, with what it lies in. */
    public void delete(FolderPath folder) {
        FolderTree tree = trees.of(folder.owner());
        tree.find(folder);
        tree.requireOrdinary(folder);
        try {
            tree.within(folder).forEach(this::deleteOne);
        } finally {
            trees.changed();
        }
    }

    private void deleteOne(Folder folder) {
        try {
            store.deleteFolder(folder.path());
        } catch (MailException.FolderGone e) {
            // A name that only held folders may go with the last of them.
            if (folder.selectable()) {
                throw e;
            }
        }
    }
}
