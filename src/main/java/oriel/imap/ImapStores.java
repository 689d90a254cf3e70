package oriel.imap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import oriel.account.Limits;
import oriel.mail.AccountId;
import oriel.mail.MailStore;
import oriel.mail.MailStores;
import oriel.mail.Owner;

/** All mail that an account can see: its own and that of the mailboxes it shares. */
@ApplicationScoped
public class ImapStores implements MailStores {

    private final ImapPools own;
    private final SharedPools shared;
    private final TransferMessages transfer;

    @Inject
    public ImapStores(ImapPools own, SharedPools shared, Limits limits) {
        this.own = own;
        this.shared = shared;
        this.transfer = new TransferMessages(limits.uploadFolder().toPath());
    }

    @Override
    public MailStore of(AccountId account) {
        return new RoutedMailStore(owner -> store(account, owner), transfer);
    }

    private ImapMailStore store(AccountId account, Owner owner) {
        return owner.isSelf() ? own.own(account) : shared.of(account, owner);
    }
}
