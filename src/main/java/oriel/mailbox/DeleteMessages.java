package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import oriel.account.CurrentAccount;
import oriel.mail.FolderChanged;
import oriel.mail.FolderPath;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;
import oriel.mail.MessagesLeft;
import oriel.mail.SpecialUse;

/** Deletes messages: first into Deleted, and from there for good. */
@ApplicationScoped
public class DeleteMessages {

    private final MailStore store;
    private final SpecialFolders specials;
    private final MoveMessages move;
    private final CurrentAccount account;
    private final Event<FolderChanged> changed;
    private final Event<MessagesLeft> left;

    @Inject
    public DeleteMessages(
            MailStore store,
            SpecialFolders specials,
            MoveMessages move,
            CurrentAccount account,
            Event<FolderChanged> changed,
            Event<MessagesLeft> left) {
        this.store = store;
        this.specials = specials;
        this.move = move;
        this.account = account;
        this.changed = changed;
        this.left = left;
    }

    /**
     * Deletes messages of one folder.
     *
     * @param forGood what the user agreed to: true also destroys what lies in Deleted already. Asked for false there,
     *     nothing happens, so that a wrong guess about the folder never destroys mail.
     * @return where they are now, for undoing; empty if they are gone or the server does not tell
     */
    public List<MessageRef> delete(List<MessageRef> messages, boolean forGood) {
        if (messages.isEmpty()) {
            return List.of();
        }
        FolderPath folder = messages.getFirst().folder();
        FolderPath deleted = specials.findOrCreate(SpecialUse.TRASH, folder.owner());
        if (!folder.equals(deleted)) {
            return move.move(messages, deleted);
        }
        if (forGood) {
            store.delete(messages);
            left.fire(new MessagesLeft(account.id(), messages));
            changed.fire(new FolderChanged(account.id(), folder));
        }
        return List.of();
    }
}
