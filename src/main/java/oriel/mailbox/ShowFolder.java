package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.MailStore;

/** Shows a folder among the others, or hides it, in all mail programs that heed subscriptions. */
@ApplicationScoped
public class ShowFolder {

    private final MailStore store;
    private final FolderTrees trees;

    @Inject
    public ShowFolder(MailStore store, FolderTrees trees) {
        this.store = store;
        this.trees = trees;
    }

    /** @param shown false hides it */
    public void show(FolderPath folder, boolean shown) {
        FolderTree tree = trees.of(folder.owner());
        tree.find(folder);
        if (!shown && !tree.usesSubscriptions()) {
            // The first that is hidden: all others have to be told from it from now on.
            tree.folders().stream()
                    .filter(each -> each.mail() && each.selectable())
                    .map(Folder::path)
                    .filter(each -> !each.equals(folder) && !tree.subscribed().contains(each))
                    .forEach(each -> store.subscribe(each, true));
        }
        store.subscribe(folder, shown);
        trees.changed();
    }
}
