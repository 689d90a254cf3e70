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

/** Moves messages of one folder to another one. */
@ApplicationScoped
public class MoveMessages {

    private final MailStore store;
    private final CurrentAccount account;
    private final Event<FolderChanged> changed;
    private final Event<MessagesLeft> left;

    @Inject
    public MoveMessages(
            MailStore store, CurrentAccount account, Event<FolderChanged> changed, Event<MessagesLeft> left) {
        this.store = store;
        this.account = account;
        this.changed = changed;
        this.left = left;
    }

    /**
     * Moves them; into the folder where they are already, nothing happens.
     *
     * @return where they are now, for undoing; empty if the server does not tell
     */
    public List<MessageRef> move(List<MessageRef> messages, FolderPath target) {
        if (messages.isEmpty() || messages.getFirst().folder().equals(target)) {
            return messages;
        }
        try {
            List<MessageRef> moved = store.move(messages, target);
            left.fire(new MessagesLeft(account.id(), messages));
            return moved;
        } finally {
            // Also if it failed: some may have been moved before.
            changed.fire(new FolderChanged(account.id(), messages.getFirst().folder()));
            changed.fire(new FolderChanged(account.id(), target));
        }
    }
}
