package oriel.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import oriel.account.Credentials.Token;
import oriel.mail.AccountId;
import oriel.mail.MailException;

/**
 * The one place that credentials for a server come from. Tokens are renewed before they expire and when a server refused
 * one, for each account by one request at a time, which all who need it wait for. What failed is not tried again at
 * once: a refused renewal never, one without answer after a pause.
 */
@ApplicationScoped
public class FreshCredentials {

    private record Door(AccountId account, String service) {}

    private final SignedInAccounts accounts;
    private final TokenRefresh provider;
    private final Renewals renewals = new Renewals();
    private final Event<CredentialsRenewed> renewed;
    private final InstantSource clock;

    /** Renewed tokens that were refused as well: another one would fare no better. */
    private final Map<Door, Credentials> hopeless = new ConcurrentHashMap<>();

    @Inject
    public FreshCredentials(SignedInAccounts accounts, TokenRefresh provider, Event<CredentialsRenewed> renewed) {
        this(accounts, provider, renewed, InstantSource.system());
    }

    FreshCredentials(
            SignedInAccounts accounts, TokenRefresh provider, Event<CredentialsRenewed> renewed, InstantSource clock) {
        this.accounts = accounts;
        this.provider = provider;
        this.renewed = renewed;
        this.clock = clock;
    }

    /** @param service names the kind of server; what one refuses, another may take */
    public CredentialUse of(AccountId account, String service) {
        Door door = new Door(account, service);
        return new CredentialUse() {
            @Override
            public <T> T with(Function<Credentials, T> attempt) {
                return attempt(door, attempt);
            }
        };
    }

    /**
     * What the account signs in with now; a token that is about to expire is renewed first.
     *
     * @throws MailException.LoginRefused if nobody is signed in to it
     * @throws MailException.SignInAgain if it has expired and can't be renewed without the person
     */
    public Credentials get(AccountId account) {
        Credentials current = accounts.get(account).credentials();
        if (!(current instanceof Token token) || !token.isDue(clock.instant())) {
            return current;
        }
        try {
            return renew(account, token);
        } catch (MailException.ProviderUnreachable e) {
            // Connections that are open go on with it, and a server that refuses it brings this up again.
            return token;
        } catch (MailException.SignInAgain e) {
            if (token.isExpired(clock.instant())) {
                throw e;
            }
            return token;
        }
    }

    /** Whether anybody is signed in to the account on this node. */
    public boolean isKnown(AccountId account) {
        return accounts.isSignedIn(account);
    }

    private <T> T attempt(Door door, Function<Credentials, T> attempt) {
        Credentials current = get(door.account());
        try {
            return attempt.apply(current);
        } catch (MailException.LoginRefused refusal) {
            if (!(current instanceof Token token) || token.equals(hopeless.get(door))) {
                throw refusal;
            }
            return attemptRenewed(door, attempt, token);
        }
    }

    private <T> T attemptRenewed(Door door, Function<Credentials, T> attempt, Token refused) {
        Credentials next = renew(door.account(), refused);
        try {
            return attempt.apply(next);
        } catch (MailException.LoginRefused again) {
            hopeless.put(door, next);
            throw again;
        }
    }

    private Credentials renew(AccountId account, Token old) {
        return renewals.after(old, () -> next(account, old));
    }

    /** What somebody else renewed or signed in with since, or else what the provider hands out. */
    private Credentials next(AccountId account, Token old) {
        Credentials current = accounts.get(account).credentials();
        if (!old.equals(current)) {
            return current;
        }
        if (old.refreshToken() == null) {
            throw new MailException.SignInAgain(null);
        }
        accounts.replace(account, old, provider.next(old));
        renewed.fire(new CredentialsRenewed(account));
        return accounts.get(account).credentials();
    }

    void signedOut(@Observes SignedOut event) {
        hopeless.keySet().removeIf(door -> door.account().equals(event.account()));
    }
}
