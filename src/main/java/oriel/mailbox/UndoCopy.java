package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Set;
import java.util.stream.Collectors;
import oriel.account.CurrentAccount;
import oriel.mail.FolderChanged;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.Marked;
import oriel.mail.MessageRef;
import oriel.mail.MessagesLeft;
import oriel.mail.SyncStores;

/** Takes copies away again. */
@ApplicationScoped
public class UndoCopy {

    private final MailStore store;
    private final SyncStores servers;
    private final DeleteMessages delete;
    private final CurrentAccount account;
    private final Event<FolderChanged> changed;
    private final Event<MessagesLeft> left;

    @Inject
    public UndoCopy(
            MailStore store,
            SyncStores servers,
            DeleteMessages delete,
            CurrentAccount account,
            Event<FolderChanged> changed,
            Event<MessagesLeft> left) {
        this.store = store;
        this.servers = servers;
        this.delete = delete;
        this.account = account;
        this.changed = changed;
        this.left = left;
    }

    /**
     * Deletes the copies for good if all of the originals are still there, and else into Deleted, since a copy may be the
     * last one there is.
     *
     * @param copies as {@link CopyMessages} told them, of one folder
     * @param originals what was copied, of one folder
     */
    public void undo(List<MessageRef> copies, List<MessageRef> originals) {
        if (copies.isEmpty() || copies.stream().anyMatch(originals::contains)) {
            throw new IllegalArgumentException("copies, which are other messages than the originals");
        }
        if (!areThere(originals)) {
            delete.delete(copies, false);
            return;
        }
        store.delete(copies);
        left.fire(new MessagesLeft(account.id(), copies));
        changed.fire(new FolderChanged(account.id(), copies.getFirst().folder()));
    }

    private boolean areThere(List<MessageRef> messages) {
        if (messages.isEmpty()) {
            return false;
        }
        FolderPath folder = messages.getFirst().folder();
        LongSummaryStatistics uids =
                messages.stream().mapToLong(MessageRef::uid).summaryStatistics();
        try {
            Set<Long> there = servers
                    .of(account.id())
                    .marks(folder, messages.getFirst().uidValidity(), uids.getMin(), uids.getMax(), -1)
                    .stream()
                    .map(Marked::uid)
                    .collect(Collectors.toSet());
            return messages.stream().map(MessageRef::uid).allMatch(there::contains);
        } catch (MailException.FolderGone | MailException.FolderChangedUnderUs e) {
            return false;
        }
    }
}
