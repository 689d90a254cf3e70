package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import oriel.account.CurrentAccount;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;
import oriel.mail.FolderViewed;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;
import oriel.mail.Page;

/** Reads windows of a folder's list. */
@ApplicationScoped
public class ListMessages {

    private static final int LONGEST = 200;

    private record Window(AccountId account, String change, FolderPath folder, int offset, int limit) {}

    private final MailStore store;
    private final CurrentAccount account;
    private final Event<FolderViewed> viewed;
    private final SharedReads<Window, Page> shared = new SharedReads<>();

    @Inject
    public ListMessages(MailStore store, CurrentAccount account, Event<FolderViewed> viewed) {
        this.store = store;
        this.account = account;
        this.viewed = viewed;
    }

    /**
     * A window, newest first.
     *
     * @param offset place of the first row, 0 = newest; below 0 counts as 0
     * @param limit rows at most, 1 to {@value #LONGEST}; more or fewer are brought into that range
     * @param change because of which it is read, told to many pages at once; empty if a person asks
     */
    public Page list(FolderPath folder, int offset, int limit, Optional<String> change) {
        int from = Math.max(0, offset);
        int rows = Math.clamp(limit, 1, LONGEST);
        if (change.isPresent()) {
            Window window = new Window(account.id(), change.get(), folder, from, rows);
            return shared.get(window, () -> store.page(folder, from, rows));
        }
        viewed.fire(new FolderViewed(account.id(), folder));
        return store.page(folder, from, rows);
    }

    /** The window that holds a message, aligned to whole windows so that the browser can keep it. */
    public Page around(MessageRef message, int limit) {
        int rows = Math.clamp(limit, 1, LONGEST);
        return list(message.folder(), store.position(message) / rows * rows, rows, Optional.empty());
    }
}
