package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import oriel.mail.FolderName;
import oriel.mail.FolderPath;
import oriel.mail.FolderTrouble;
import oriel.mail.MailException;
import oriel.mail.MailStore;

/** Puts a folder into another one, or to the top. */
@ApplicationScoped
public class MoveFolder {

    private final MailStore store;
    private final FolderTrees trees;

    @Inject
    public MoveFolder(MailStore store, FolderTrees trees) {
        this.store = store;
        this.trees = trees;
    }

    /** Moves it into another folder, with all that lies in it; answers its full name now. */
    public FolderPath move(FolderPath folder, FolderPath into) {
        if (!folder.owner().equals(into.owner())) {
            throw new MailException.FolderRefused(FolderTrouble.OTHER_MAILBOX);
        }
        return move(folder, name -> store.subfolder(into, name));
    }

    /** Moves it to the top, with all that lies in it; answers its full name now. */
    public FolderPath move(FolderPath folder) {
        return move(folder, name -> store.topFolder(folder.owner(), name));
    }

    private FolderPath move(FolderPath folder, Function<FolderName, FolderPath> place) {
        FolderTree tree = trees.of(folder.owner());
        tree.requireOrdinary(folder);
        FolderPath moved = place.apply(new FolderName(tree.find(folder).name()));
        store.renameFolder(folder, moved);
        trees.changed();
        return moved;
    }
}
