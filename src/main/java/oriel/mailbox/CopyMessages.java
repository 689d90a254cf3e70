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

/** Copies messages of one folder into another one. */
@ApplicationScoped
public class CopyMessages {

    private final MailStore store;
    private final CurrentAccount account;
    private final Event<FolderChanged> changed;

    @Inject
    public CopyMessages(MailStore store, CurrentAccount account, Event<FolderChanged> changed) {
        this.store = store;
        this.account = account;
        this.changed = changed;
    }

    /** @return where the copies are, for {@link UndoCopy}; empty if the server does not tell */
    public List<MessageRef> copy(List<MessageRef> messages, FolderPath target) {
        try {
            return store.copy(messages, target);
        } finally {
            // Also if it failed: some may have been copied before.
            changed.fire(new FolderChanged(account.id(), target));
        }
    }
}
