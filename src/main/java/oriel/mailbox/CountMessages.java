package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import oriel.account.CurrentAccount;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;
import oriel.mail.FolderStatus;
import oriel.mail.MailStore;

/** Reads how full a folder is. */
@ApplicationScoped
public class CountMessages {

    private record Count(AccountId account, String change, FolderPath folder) {}

    private final MailStore store;
    private final CurrentAccount account;
    private final SharedReads<Count, FolderStatus> shared = new SharedReads<>();

    @Inject
    public CountMessages(MailStore store, CurrentAccount account) {
        this.store = store;
        this.account = account;
    }

    /** @param change because of which it is read, told to many pages at once; empty if a person asks */
    public FolderStatus count(FolderPath folder, Optional<String> change) {
        return change.map(stamp -> shared.get(new Count(account.id(), stamp, folder), () -> store.status(folder)))
                .orElseGet(() -> store.status(folder));
    }
}
