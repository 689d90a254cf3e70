package oriel.imap;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import javax.net.SocketFactory;
import oriel.account.Credentials;
import oriel.account.ServerConfig;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;
import oriel.mail.MailException;
import oriel.mime.LenientMime;

/** What Jakarta Mail is told about the IMAP server; its own defaults wait for ever and do not check who answers. */
final class ImapSettings {

    /** Big enough to be quick over a long line, small enough for many readers at once. */
    private static final int FETCH_SIZE = 512 * 1024;

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    /** Who signs in, for those who have only the session. */
    static final String USER = "mail.imap.user";

    private ImapSettings() {}

    /**
     * A session for one connection.
     *
     * @param writeTimers watches over writing; without it every connection would get a thread of its own for that
     *
     * @throws MailException.InsecureServer if the connection would not be encrypted and leave this computer
     */
    static Session session(
            ServerConfig config,
            Server server,
            Credentials credentials,
            SocketFactory sockets,
            ScheduledExecutorService writeTimers) {
        LenientMime.use();
        Properties properties = new Properties();
        tls(properties, server);
        time(properties, "connectiontimeout", config.connectTimeout());
        // Until somebody is signed in; a server that accepts and says nothing is as good as unreachable.
        time(properties, "timeout", shorter(config.connectTimeout(), config.readTimeout()));
        time(properties, "writetimeout", config.readTimeout());
        properties.put("mail.imap.executor.writetimeout", writeTimers);
        properties.setProperty(USER, credentials.username());
        set(properties, "auth.mechanisms", mechanisms(credentials));
        set(properties, "connectionpoolsize", "1");
        set(properties, "separatestoreconnection", "false");
        set(properties, "allowreadonlyselect", "true");
        set(properties, "peek", "true");
        set(properties, "partialfetch", "true");
        set(properties, "fetchsize", String.valueOf(FETCH_SIZE));
        // Outlook.com's sizes are estimates.
        set(properties, "ignorebodystructuresize", "true");
        set(properties, "socketFactory.fallback", "false");
        properties.put("mail.imap.socketFactory", sockets);
        return Session.getInstance(properties);
    }

    /**
     * Has a session open somebody else's mailbox: with a token by naming it as the user (XOAUTH2), with a password as the
     * identity to act as (SASL PLAIN, RFC 4616), which LOGIN does not have.
     *
     * @return the user name to sign in with
     */
    static String open(Session session, Credentials credentials, String username, String mailbox) {
        return switch (credentials) {
            case Credentials.Token token -> mailbox;
            case Credentials.Password password -> {
                set(session.getProperties(), "auth.mechanisms", SignedInStore.PLAIN);
                set(session.getProperties(), "sasl.authorizationid", mailbox);
                yield username;
            }
        };
    }

    private static void tls(Properties properties, Server server) {
        if (server.tls() == Tls.NONE && !LOOPBACK.matcher(server.host()).matches()) {
            throw new MailException.InsecureServer(null);
        }
        set(properties, "ssl.enable", String.valueOf(server.tls() == Tls.IMPLICIT));
        set(properties, "starttls.enable", String.valueOf(server.tls() == Tls.STARTTLS));
        set(properties, "starttls.required", String.valueOf(server.tls() == Tls.STARTTLS));
        set(properties, "ssl.checkserveridentity", "true");
        set(properties, "ssl.protocols", "TLSv1.2 TLSv1.3");
    }

    /** PLAIN comes first because it is UTF-8 (RFC 4616), which LOGIN is not. */
    private static String mechanisms(Credentials credentials) {
        return switch (credentials) {
            case Credentials.Password password -> "PLAIN LOGIN";
            case Credentials.Token token -> SignedInStore.XOAUTH2;
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static void time(Properties properties, String name, Duration time) {
        set(properties, name, String.valueOf(time.toMillis()));
    }

    private static void set(Properties properties, String name, String value) {
        properties.setProperty("mail.imap." + name, value);
    }
}
