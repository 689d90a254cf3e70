package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;
import oriel.mail.SearchQuery;

/** Marks all messages of a folder as read. */
@ApplicationScoped
public class MarkFolderRead {

    private static final SearchQuery UNREAD = SearchQuery.of(new SearchQuery.Marked(Flag.SEEN, false));

    private final MailStore store;
    private final FlagMessages flags;

    @Inject
    public MarkFolderRead(MailStore store, FlagMessages flags) {
        this.store = store;
        this.flags = flags;
    }

    /** @param upTo the highest UID that was meant; {@link Long#MAX_VALUE} for all that is there now */
    public FolderWork mark(FolderPath folder, long upTo, Progress progress) {
        return FolderWork.on(store.search(folder, UNREAD), upTo, progress, this::markRead);
    }

    private void markRead(List<MessageRef> batch) {
        try {
            flags.flag(batch, Flag.SEEN, true);
        } catch (MailException.MessageGone e) {
            // Somebody else took them away meanwhile.
        }
    }
}
