package oriel.imap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import oriel.mail.AccountId;
import oriel.mail.Owner;
import oriel.mail.SyncStore;
import oriel.mail.SyncStores;

/** All mail that an account can see, for the index. */
@ApplicationScoped
public class ImapSyncStores implements SyncStores {

    private final ImapPools own;
    private final SharedPools shared;

    @Inject
    public ImapSyncStores(ImapPools own, SharedPools shared) {
        this.own = own;
        this.shared = shared;
    }

    @Override
    public SyncStore of(AccountId account) {
        return new RoutedSyncStore(owner -> store(account, owner));
    }

    private ImapSyncStore store(AccountId account, Owner owner) {
        return owner.isSelf() ? own.followed(account) : shared.followed(account, owner);
    }
}
