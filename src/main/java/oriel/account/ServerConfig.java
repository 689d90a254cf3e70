package oriel.account;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import oriel.account.MailServers.LoginName;

/**
 * Where mail is read and sent, and within which limits; immutable, checked when the application starts.
 *
 * @param imap the IMAP server of all domains that have no servers of their own
 * @param smtp their submission server
 * @param connectTimeout for opening a connection
 * @param readTimeout for an answer
 * @param poolSize connections an account may have at most, 1 to 3
 * @param poolWait how long a request waits for a free connection
 * @param poolIdle after which an unused connection is closed
 * @param byDomain servers of their own, by comparable mail domain
 * @param autodetection whether other domains may name their servers themselves
 */
public record ServerConfig(
        Server imap,
        Server smtp,
        Duration connectTimeout,
        Duration readTimeout,
        int poolSize,
        Duration poolWait,
        Duration poolIdle,
        Map<String, MailServers> byDomain,
        Autodetection autodetection)
        implements Serializable {

    public ServerConfig {
        byDomain = Map.copyOf(byDomain);
    }

    /** The same servers for everybody. */
    public ServerConfig(
            Server imap,
            Server smtp,
            Duration connectTimeout,
            Duration readTimeout,
            int poolSize,
            Duration poolWait,
            Duration poolIdle) {
        this(imap, smtp, connectTimeout, readTimeout, poolSize, poolWait, poolIdle, Map.of(), Autodetection.OFF);
    }

    /** The same with another number of connections. */
    public ServerConfig withPoolSize(int size) {
        return new ServerConfig(
                imap, smtp, connectTimeout, readTimeout, size, poolWait, poolIdle, byDomain, autodetection);
    }

    /** The servers that the configuration names for a comparable domain. */
    Optional<MailServers> serversOf(String domain) {
        return Optional.ofNullable(byDomain.get(domain));
    }

    /** The servers of everybody else. */
    MailServers defaults() {
        return new MailServers(imap, smtp, LoginName.ADDRESS);
    }

    /** How a connection is protected. */
    public enum Tls {
        /** TLS from the first byte (RFC 8314). */
        IMPLICIT,
        /** STARTTLS, required and never downgraded. */
        STARTTLS,
        /** None; only allowed to a loopback address, for the demo and tests. */
        NONE
    }

    /**
     * A server's address.
     *
     * @param publicOnly whether it may only be talked to on the open internet, because nobody here has named it
     */
    public record Server(String host, int port, Tls tls, boolean publicOnly) implements Serializable {

        /** One that the configuration names. */
        public Server(String host, int port, Tls tls) {
            this(host, port, tls, false);
        }
    }
}
