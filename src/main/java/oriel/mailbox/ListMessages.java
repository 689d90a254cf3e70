package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import oriel.mail.FolderPath;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;
import oriel.mail.Page;

/** Reads windows of a folder's list. */
@ApplicationScoped
public class ListMessages {

    private static final int LONGEST = 200;

    private final MailStore store;

    @Inject
    public ListMessages(MailStore store) {
        this.store = store;
    }

    /**
     * A window, newest first.
     *
     * @param offset place of the first row, 0 = newest; below 0 counts as 0
     * @param limit rows at most, 1 to {@value #LONGEST}; more or fewer are brought into that range
     */
    public Page list(FolderPath folder, int offset, int limit) {
        return store.page(folder, Math.max(0, offset), Math.clamp(limit, 1, LONGEST));
    }

    /** The window that holds a message, aligned to whole windows so that the browser can keep it. */
    public Page around(MessageRef message, int limit) {
        int rows = Math.clamp(limit, 1, LONGEST);
        return list(message.folder(), store.position(message) / rows * rows, rows);
    }
}
