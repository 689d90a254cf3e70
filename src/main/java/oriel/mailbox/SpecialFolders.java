package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.MailStore;
import oriel.mail.Owner;
import oriel.mail.SpecialUse;

/** Finds the folders that actions send messages to, and makes them where the server has none. */
@ApplicationScoped
public class SpecialFolders {

    private final MailStore store;

    @Inject
    public SpecialFolders(MailStore store) {
        this.store = store;
    }

    /** The folder that an owner has for a use, if there is one. */
    public Optional<FolderPath> find(SpecialUse use, Owner owner) {
        return store.folders(owner).stream()
                .filter(folder -> folder.use() == use)
                .map(Folder::path)
                .findFirst();
    }

    /** The folder that an owner has for a use; created under its common name if there is none. */
    public FolderPath findOrCreate(SpecialUse use, Owner owner) {
        return find(use, owner).orElseGet(() -> create(use, owner));
    }

    private FolderPath create(SpecialUse use, Owner owner) {
        FolderPath path = new FolderPath(
                owner,
                switch (use) {
                    case INBOX -> "INBOX";
                    case DRAFTS -> "Drafts";
                    case SENT -> "Sent";
                    case ARCHIVE -> "Archive";
                    case JUNK -> "Junk";
                    case TRASH -> "Deleted";
                    case NONE -> throw new IllegalArgumentException("an ordinary folder has no common name");
                });
        store.createFolder(path);
        return path;
    }
}
