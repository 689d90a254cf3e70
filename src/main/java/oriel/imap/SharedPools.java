package oriel.imap;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import oriel.account.CredentialUse;
import oriel.account.FreshCredentials;
import oriel.account.ServerConfig;
import oriel.account.SharedMailboxes;
import oriel.account.SignedOut;
import oriel.mail.AccountId;
import oriel.mail.MailException;
import oriel.mail.Owner;

/**
 * The connections to shared mailboxes, one {@link ImapPool} for each user of one: they take nothing from the user's own
 * connections, and none is opened before somebody looks into the mailbox.
 */
@ApplicationScoped
public class SharedPools {

    private static final int CONNECTIONS = 2;
    private static final Duration TRUSTED = Duration.ofSeconds(30);

    private record Key(AccountId account, Owner owner) {}

    private final ServerConfig config;
    private final SharedMailboxes listed;
    private final ImapConnector connector;
    private final FreshCredentials credentials;
    private final ImapCommands commands;
    private final KeptPools<Key> pools = new KeptPools<>("imap-idle-shared");

    @Inject
    public SharedPools(
            ServerConfig config,
            SharedMailboxes listed,
            ImapConnector connector,
            FreshCredentials credentials,
            ImapCommands commands) {
        this.config = config.withPoolSize(Math.min(CONNECTIONS, config.poolSize()));
        this.listed = listed;
        this.connector = connector;
        this.credentials = credentials;
        this.commands = commands;
    }

    @PostConstruct
    void start() {
        pools.start(config.poolIdle(), key -> !credentials.isKnown(key.account()));
    }

    /**
     * A shared mailbox as an account sees it; opens nothing yet.
     *
     * @throws MailException.FolderGone if the configuration does not offer the mailbox to the account
     * @throws MailException.LoginRefused if nobody is signed in to the account
     */
    ImapMailStore of(AccountId account, Owner owner) {
        return new ImapMailStore(offered(account, owner), commands);
    }

    /** The same for the index. */
    ImapSyncStore followed(AccountId account, Owner owner) {
        return new ImapSyncStore(offered(account, owner), commands);
    }

    private Supplier<ImapPool> offered(AccountId account, Owner owner) {
        if (owner.isSelf() || !listed.allow(account, owner)) {
            throw new MailException.FolderGone(null);
        }
        // Here, so that whatever is refused later was refused by the mailbox.
        credentials.get(account);
        return () -> pool(new Key(account, owner));
    }

    private ImapPool pool(Key key) {
        return pools.get(key, this::newPool);
    }

    private ImapPool newPool(Key key) {
        // A refusal here says nothing about the token, which opens the user's own mailbox: it is not renewed for it.
        CredentialUse own = CredentialUse.fixed(() -> credentials.get(key.account()));
        return new ImapPool(config, current -> connector.connect(current, key.owner()), own, TRUSTED, folder -> {});
    }

    void signedOut(@Observes SignedOut event) {
        pools.keys().stream()
                .filter(key -> key.account().equals(event.account()))
                .forEach(pools::end);
    }

    @PreDestroy
    void stop() {
        pools.stop();
    }
}
