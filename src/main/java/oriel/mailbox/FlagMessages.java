package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import oriel.account.CurrentAccount;
import oriel.mail.Flag;
import oriel.mail.FlagsChanged;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;

/** Marks messages: read, flagged and so on. */
@ApplicationScoped
public class FlagMessages {

    private final MailStore store;
    private final CurrentAccount account;
    private final Event<FlagsChanged> changed;

    @Inject
    public FlagMessages(MailStore store, CurrentAccount account, Event<FlagsChanged> changed) {
        this.store = store;
        this.account = account;
        this.changed = changed;
    }

    /** Sets or clears a flag of messages of one folder; those that are gone are passed over. */
    public void flag(List<MessageRef> messages, Flag flag, boolean set) {
        store.flag(messages, flag, set);
        changed.fire(new FlagsChanged(account.id(), messages, flag, set));
    }
}
