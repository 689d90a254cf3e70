package oriel.imap;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import oriel.account.Account;
import oriel.account.FreshCredentials;
import oriel.account.ServerConfig;
import oriel.account.SignedOut;
import oriel.mail.AccountId;
import oriel.mail.MailException;
import oriel.mail.MailStore;

/** The connections of all accounts that are signed in on this node, one {@link ImapPool} for each account. */
@ApplicationScoped
public class ImapPools {

    /** A connection that was silent for longer may be dead without our knowing: firewalls forget quietly. */
    private static final Duration TRUSTED = Duration.ofSeconds(30);

    private static final String SERVICE = "imap";

    private final ServerConfig config;
    private final ImapConnector connector;
    private final FreshCredentials credentials;
    private final ImapCommands commands;
    private final FolderNews news;
    private final KeptPools<AccountId> pools = new KeptPools<>("imap-idle-connections");

    @Inject
    public ImapPools(
            ServerConfig config,
            ImapConnector connector,
            FreshCredentials credentials,
            ImapCommands commands,
            FolderNews news) {
        this.config = config;
        this.connector = connector;
        this.credentials = credentials;
        this.commands = commands;
        this.news = news;
    }

    @PostConstruct
    void start() {
        pools.start(config.poolIdle(), this::isUnknown);
    }

    /** The account's own mail. */
    public MailStore of(AccountId account) {
        return own(account);
    }

    ImapMailStore own(AccountId account) {
        return new ImapMailStore(() -> pool(account), commands);
    }

    ImapSyncStore followed(AccountId account) {
        return new ImapSyncStore(() -> pool(account), commands);
    }

    /**
     * Runs a sign-in that opens a connection, and takes the connection over, which saves the next one. It counts among
     * those of the account from the start, however many sign in at the same time.
     */
    public void signingIn(Account account, Supplier<ImapConnection> signIn) {
        ImapPool pool = pools.compute(account.id(), (id, known) -> {
            ImapPool entered = known == null ? newPool(id) : known;
            entered.enter();
            return entered;
        });
        try {
            pool.makeRoomFor(signIn);
        } finally {
            pool.leave();
            // Whoever was not let in leaves nothing behind, unless the server asked to be left alone.
            pools.forgetIf(account.id(), this::isUnknown);
        }
    }

    private boolean isUnknown(AccountId account) {
        return !credentials.isKnown(account);
    }

    /**
     * The account's pool now, as it ends with the last session and begins anew with the next one.
     *
     * @throws MailException.LoginRefused if nobody is signed in to it
     */
    ImapPool pool(AccountId account) {
        if (isUnknown(account)) {
            throw new MailException.LoginRefused(null);
        }
        return pools.get(account, this::newPool);
    }

    private ImapPool newPool(AccountId account) {
        return new ImapPool(
                config, connector, credentials.of(account, SERVICE), TRUSTED, folder -> news.changed(account, folder));
    }

    void signedOut(@Observes SignedOut event) {
        pools.end(event.account());
    }

    @PreDestroy
    void stop() {
        pools.stop();
    }
}
