package oriel.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import oriel.mail.AccountId;
import oriel.mail.MailException;

/**
 * The accounts that somebody is signed in to on this node, with their credentials in memory, counted by browser session.
 * Work that outlives a request, such as filing a sent message, gets the credentials here and not from the session.
 */
@ApplicationScoped
public class SignedInAccounts {

    private record Entry(Account account, int sessions) {}

    private final Map<AccountId, Entry> entries = new HashMap<>();
    private final Event<SignedOut> signedOut;

    @Inject
    public SignedInAccounts(Event<SignedOut> signedOut) {
        this.signedOut = signedOut;
    }

    /** One more browser session uses the account; its credentials are the newest and replace older ones. */
    public synchronized void signedIn(Account account) {
        entries.merge(account.id(), new Entry(account, 1), (old, now) -> new Entry(account, old.sessions() + 1));
    }

    /**
     * One more browser session uses the account, one that was signed in before, on this node or another. What somebody
     * signs in with here already is at least as new as what that session brings.
     *
     * @return what the account is signed in to with
     */
    public synchronized Account resumed(Account account) {
        return entries.merge(
                        account.id(), new Entry(account, 1), (old, now) -> new Entry(old.account(), old.sessions() + 1))
                .account();
    }

    /** Newer credentials in place of these; not if others have taken their place already, which are newer still. */
    synchronized void replace(AccountId id, Credentials old, Credentials next) {
        entries.computeIfPresent(
                id,
                (key, entry) -> entry.account().credentials().equals(old)
                        ? new Entry(new Account(id, next), entry.sessions())
                        : entry);
    }

    /** One session fewer uses the account; with the last one its credentials are forgotten and {@link SignedOut} is told. */
    public void signedOut(AccountId id) {
        if (forget(id)) {
            signedOut.fire(new SignedOut(id));
        }
    }

    private synchronized boolean forget(AccountId id) {
        Entry left = entries.computeIfPresent(
                id, (key, old) -> old.sessions() == 1 ? null : new Entry(old.account(), old.sessions() - 1));
        return left == null;
    }

    /** Whether anybody is signed in to the account. */
    public synchronized boolean isSignedIn(AccountId id) {
        return entries.containsKey(id);
    }

    /**
     * The account with its credentials.
     *
     * @throws MailException.LoginRefused if nobody is signed in to it any more
     */
    public synchronized Account get(AccountId id) {
        Entry entry = entries.get(id);
        if (entry == null) {
            throw new MailException.LoginRefused(null);
        }
        return entry.account();
    }
}
