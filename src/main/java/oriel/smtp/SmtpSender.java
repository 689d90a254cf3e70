package oriel.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import oriel.account.Credentials;
import oriel.account.FindServers;
import oriel.account.FreshCredentials;
import oriel.account.MailServers;
import oriel.account.ServerConfig;
import oriel.mail.AccountId;
import oriel.mail.Draft;
import oriel.mail.MailException;
import oriel.mail.MailSender;
import oriel.mime.MessageWriter;

/** Sends through the submission server of an account, one message at a time for each account. */
@ApplicationScoped
public class SmtpSender implements MailSender {

    private static final String SERVICE = "smtp";

    /** Accounts share locks; two accounts that meet in one only wait a little longer. */
    private static final int LOCKS = 64;

    private final ServerConfig config;
    private final FindServers servers;
    private final FreshCredentials credentials;
    private final MessageWriter writer;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    @Inject
    public SmtpSender(ServerConfig config, FindServers servers, FreshCredentials credentials, MessageWriter writer) {
        this.config = config;
        this.servers = servers;
        this.credentials = credentials;
        this.writer = writer;
    }

    /** Sends through servers of the configuration only. */
    public SmtpSender(ServerConfig config, FreshCredentials credentials, MessageWriter writer) {
        this(config, FindServers.configured(config), credentials, writer);
    }

    @Override
    public void send(AccountId id, Draft draft) {
        InternetAddress[] recipients = Recipients.of(draft);
        ReentrantLock lock = locks[Math.floorMod(id.hashCode(), LOCKS)];
        credentials.of(id, SERVICE).with(current -> {
            await(lock);
            try {
                deliver(draft, recipients, current);
                return id;
            } finally {
                lock.unlock();
            }
        });
    }

    /** Servers count connections for each account, and refuse the fourth (Outlook.com: 432 4.3.2). */
    private void await(ReentrantLock lock) {
        try {
            if (!lock.tryLock(config.readTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new MailException.Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MailException.Busy();
        }
    }

    private void deliver(Draft draft, InternetAddress[] recipients, Credentials credentials) {
        MailServers found = servers.of(credentials.username());
        Properties settings = SmtpSettings.of(config, found.smtp(), credentials);
        Session session = Session.getInstance(settings);
        WatchedTransport transport = new WatchedTransport(session, new URLName("smtp", null, -1, null, null, null));
        long limit = 0;
        try {
            MimeMessage message = writer.write(draft, session);
            long size = MessageSize.of(message);
            limit = size;
            connect(transport, found, credentials);
            long most = MessageSize.limit(transport);
            if (most > 0 && size > most) {
                throw new MailException.TooBig(most, null);
            }
            limit = most > 0 ? most : size;
            if (transport.supportsExtension("SIZE")) {
                settings.setProperty("mail.smtp.mailextension", "SIZE=" + size);
            }
            transport.sendMessage(message, recipients);
        } catch (MessagingException e) {
            throw new SmtpFailures(transport, credentials instanceof Credentials.Password, limit).translate(e);
        } finally {
            close(transport);
        }
    }

    private static void connect(WatchedTransport transport, MailServers found, Credentials credentials)
            throws MessagingException {
        ServerConfig.Server server = found.smtp();
        if (server.tls() == ServerConfig.Tls.NONE && !isLoopback(server.host())) {
            throw new MailException.InsecureServer(null);
        }
        String secret = switch (credentials) {
            case Credentials.Password password -> password.secret();
            case Credentials.Token token -> token.accessToken();
        };
        transport.connect(server.host(), server.port(), found.login().of(credentials.username()), secret);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The server has answered already: trouble with saying goodbye changes nothing. */
    private static void close(WatchedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // nothing more to do for this connection
        }
    }
}
