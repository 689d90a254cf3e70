package oriel.imap;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import oriel.account.Credentials;
import oriel.account.FindServers;
import oriel.account.MailServers;
import oriel.account.MailServers.LoginName;
import oriel.account.ServerConfig;
import oriel.account.ServerConfig.Server;
import oriel.mail.Lines;
import oriel.mail.MailException;
import oriel.mail.Owner;

/** Opens connections to the IMAP server of an account. */
@ApplicationScoped
public class ImapConnector implements Connector {

    private final ServerConfig config;
    private final FindServers servers;
    private final ScheduledExecutorService writeTimers = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("imap-write-timeouts").factory());

    @Inject
    public ImapConnector(ServerConfig config, FindServers servers) {
        this.config = config;
        this.servers = servers;
    }

    /** Connects to servers of the configuration only. */
    ImapConnector(ServerConfig config) {
        this(config, FindServers.configured(config));
    }

    @Override
    public ImapConnection connect(Credentials credentials) {
        return connect(credentials, Owner.SELF);
    }

    /**
     * A new connection, signed in by one attempt with the user's own credentials. A shared mailbox is looked for on the
     * user's own server: what the user signs in with is for no other.
     *
     * @param owner whose mailbox to open
     * @throws MailException naming why there is none
     */
    ImapConnection connect(Credentials credentials, Owner owner) {
        String secret = secret(credentials);
        MailServers found = servers.of(credentials.username());
        LoginName name = found.login();
        Server server = found.imap();
        ImapSockets sockets = new ImapSockets(server.publicOnly());
        Session session = ImapSettings.session(config, server, credentials, sockets, writeTimers);
        String username = name.of(credentials.username());
        if (!owner.isSelf()) {
            username = ImapSettings.open(session, credentials, username, name.of(owner.address()));
        }
        SignedInStore store = new SignedInStore(session);
        try {
            sockets.patience().altogether(config.connectTimeout());
            store.connect(server.host(), server.port(), username, secret);
            sockets.patience().perAnswer(config.readTimeout());
            return new ImapConnection(session, store, sockets, config.readTimeout());
        } catch (MessagingException | RuntimeException e) {
            sockets.cut();
            throw ImapFailures.translate(e);
        }
    }

    /** What no server takes is not sent: an empty password means an anonymous sign-in to some. */
    private static String secret(Credentials credentials) {
        String secret = switch (credentials) {
            case Credentials.Password password -> password.secret();
            case Credentials.Token token -> token.accessToken();
        };
        try {
            Lines.single("user name", credentials.username());
            Lines.single("secret", secret);
        } catch (IllegalArgumentException e) {
            throw new MailException.LoginRefused(e);
        }
        if (secret.isEmpty() || credentials.username().isBlank()) {
            throw new MailException.LoginRefused(null);
        }
        return secret;
    }

    @PreDestroy
    void stop() {
        writeTimers.shutdownNow();
    }
}
