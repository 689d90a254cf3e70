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

/** Moves messages of one folder to another one. */
@ApplicationScoped
public class MoveMessages {

    private final MailStore store;
    private final CurrentAccount account;
    private final Event<FolderChanged> changed;

    @Inject
    public MoveMessages(MailStore store, CurrentAccount account, Event<FolderChanged> changed) {
        this.store = store;
        this.account = account;
        this.changed = changed;
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
            return store.move(messages, target);
        } finally {
            // Also if it failed: some may have been moved before.
            changed.fire(new FolderChanged(account.id(), messages.getFirst().folder()));
            changed.fire(new FolderChanged(account.id(), target));
        }
    }
}
