package oriel.login;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.CredentialsRenewed;
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

    private static final long serialVersionUID = 2;
    private static final String IDENTITY = "identity token";

    private final SignedInAccounts accounts;
    private final CredentialSeal seal;
    private final Limits limits;
    private final Event<SessionLeft> left;

    private @Nullable AccountId id;
    private byte @Nullable [] sealed;
    private byte @Nullable [] sealedIdentity;
    private @Nullable Instant since;
    private Instant used = Instant.MIN;

    /** Counted on this node, with these credentials sealed. */
    private transient @Nullable Credentials known;

    @Inject
    public SessionAccount(SignedInAccounts accounts, CredentialSeal seal, Limits limits, Event<SessionLeft> left) {
        this.accounts = accounts;
        this.seal = seal;
        this.limits = limits;
        this.left = left;
    }

    /** Makes the account this session's own; signing in again to the same one disturbs nothing that uses it. */
    void signIn(Account account) {
        signIn(account, "");
    }

    /** @param identity the identity token of a provider, which it wants to see again at sign-out; empty if none */
    synchronized void signIn(Account account, String identity) {
        accounts.signedIn(account);
        if (id != null && !account.id().equals(id)) {
            left.fire(new SessionLeft());
        }
        forget();
        id = account.id();
        sealed = seal.seal(account.credentials());
        sealedIdentity = seal.seal(IDENTITY, identity.getBytes(StandardCharsets.US_ASCII));
        since = Instant.now();
        used = since;
        known = account.credentials();
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
        if (known != null && id != null) {
            accounts.signedOut(id);
        }
        known = null;
        id = null;
        sealed = null;
        sealedIdentity = null;
        since = null;
    }

    @Override
    public synchronized boolean isSignedIn() {
        if (since != null && isOver(since) || !resume()) {
            signOut();
        }
        return id != null;
    }

    private boolean isOver(Instant begin) {
        Instant now = Instant.now();
        return !now.isBefore(begin.plus(limits.sessionLongest())) || !now.isBefore(used.plus(limits.sessionIdle()));
    }

    /** Somebody is there: what an open page asks for by itself keeps the container's session, but not this one. */
    synchronized void touch() {
        used = Instant.now();
    }

    @Override
    public synchronized AccountId id() {
        if (id == null || !resume()) {
            throw new MailException.LoginRefused(null);
        }
        return id;
    }

    /** When somebody signed in, in milliseconds since 1970; 0 if nobody is. */
    public synchronized long since() {
        return since == null ? 0 : since.toEpochMilli();
    }

    /** The identity token that somebody signed in with; empty for a password. */
    public synchronized Optional<String> identity() {
        return isSignedIn() && sealedIdentity != null
                ? Optional.of(new String(seal.open(IDENTITY, sealedIdentity), StandardCharsets.US_ASCII))
                        .filter(token -> !token.isEmpty())
                : Optional.empty();
    }

    /** The request that renewed a token keeps it; {@link #isSignedIn} sees to the account's other sessions. */
    synchronized void renewed(@Observes(notifyObserver = Reception.IF_EXISTS) CredentialsRenewed event) {
        if (event.account().equals(id)) {
            resume();
        }
    }

    /** Tells this node who is signed in and seals what they sign in with now; false if what was sealed can't be opened. */
    private boolean resume() {
        if (id == null || sealed == null) {
            return true;
        }
        Credentials current;
        if (known == null) {
            try {
                current = accounts.resumed(new Account(id, seal.open(sealed))).credentials();
            } catch (IllegalStateException e) {
                return false;
            }
        } else {
            current = accounts.get(id).credentials();
        }
        if (!current.equals(known)) {
            sealed = seal.seal(current);
            known = current;
        }
        return true;
    }
}
