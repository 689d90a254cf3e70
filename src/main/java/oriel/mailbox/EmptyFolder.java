package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import oriel.account.CurrentAccount;
import oriel.mail.FolderChanged;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;
import oriel.mail.MessagesLeft;
import oriel.mail.SearchQuery;
import oriel.mail.SpecialUse;

/** Takes all messages out of a folder: those in Junk and in Deleted are gone for good then, all others are in Deleted. */
@ApplicationScoped
public class EmptyFolder {

    private static final Set<SpecialUse> FOR_GOOD = Set.of(SpecialUse.JUNK, SpecialUse.TRASH);

    private final MailStore store;
    private final SpecialFolders specials;
    private final CurrentAccount account;
    private final Event<FolderChanged> changed;
    private final Event<MessagesLeft> left;

    @Inject
    public EmptyFolder(
            MailStore store,
            SpecialFolders specials,
            CurrentAccount account,
            Event<FolderChanged> changed,
            Event<MessagesLeft> left) {
        this.store = store;
        this.specials = specials;
        this.account = account;
        this.changed = changed;
        this.left = left;
    }

    /**
     * Empties it.
     *
     * @param upTo the highest UID that was meant, as {@link FolderWork#upTo} told; {@link Long#MAX_VALUE} for all that is
     *     there now
     */
    public FolderWork empty(FolderPath folder, long upTo, Progress progress) {
        boolean forGood = FOR_GOOD.stream()
                .anyMatch(use -> specials.find(use, folder.owner())
                        .filter(folder::equals)
                        .isPresent());
        FolderPath deleted = forGood ? folder : specials.findOrCreate(SpecialUse.TRASH, folder.owner());
        try {
            return FolderWork.on(
                    store.search(folder, SearchQuery.of()), upTo, progress, batch -> takeOut(batch, deleted));
        } finally {
            changed.fire(new FolderChanged(account.id(), folder));
            if (!forGood) {
                changed.fire(new FolderChanged(account.id(), deleted));
            }
        }
    }

    private void takeOut(List<MessageRef> batch, FolderPath deleted) {
        try {
            if (batch.getFirst().folder().equals(deleted)) {
                store.delete(batch);
            } else {
                store.move(batch, deleted);
            }
        } catch (MailException.MessageGone e) {
            // Somebody else took them out meanwhile.
        }
        left.fire(new MessagesLeft(account.id(), batch));
    }
}
