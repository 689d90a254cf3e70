package oriel.login;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import oriel.account.Account;
import oriel.account.CurrentAccount;
import oriel.account.Limits;
import oriel.account.SessionLeft;
import oriel.account.SignedInAccounts;
import oriel.mail.AccountId;
import oriel.mail.MailException;

/**
 * Who uses this browser session. Holds what another node can take over: the account's name and its sealed credentials;
 * the first use on a node tells that node's {@link SignedInAccounts}.
 */
@SessionScoped
public class SessionAccount implements CurrentAccount, Serializable {

    private static final long serialVersionUID = 1;

    private final SignedInAccounts accounts;
    private final CredentialSeal seal;
    private final Limits limits;
    private final Event<SessionLeft> left;

    private @Nullable AccountId id;
    private byte @Nullable [] sealed;
    private @Nullable Instant since;
    private transient boolean known;

    @Inject
    public SessionAccount(SignedInAccounts accounts, CredentialSeal seal, Limits limits, Event<SessionLeft> left) {
        this.accounts = accounts;
        this.seal = seal;
        this.limits = limits;
        this.left = left;
    }

    /** Makes the account this session's own; signing in again to the same one disturbs nothing that uses it. */
    synchronized void signIn(Account account) {
        accounts.signedIn(account);
        if (id != null && !account.id().equals(id)) {
            left.fire(new SessionLeft());
        }
        forget();
        id = account.id();
        sealed = seal.seal(account.credentials());
        since = Instant.now();
        known = true;
    }

    /** Forgets the account; its connections end with the last session that uses them. */
    @PreDestroy
    public synchronized void signOut() {
        if (id != null) {
            left.fire(new SessionLeft());
        }
        forget();
    }

    private void forget() {
        if (known && id != null) {
            accounts.signedOut(id);
        }
        known = false;
        id = null;
        sealed = null;
        since = null;
    }

    @Override
    public synchronized boolean isSignedIn() {
        if (since != null && !Instant.now().isBefore(since.plus(limits.sessionLongest()))) {
            signOut();
        }
        return id != null;
    }

    @Override
    public synchronized AccountId id() {
        if (id == null || sealed == null) {
            throw new MailException.LoginRefused(null);
        }
        if (!known) {
            accounts.signedIn(new Account(id, seal.open(sealed)));
            known = true;
        }
        return id;
    }
}
