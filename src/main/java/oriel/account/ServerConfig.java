package oriel.account;

import java.io.Serializable;
import java.time.Duration;

/**
 * Where mail is read and sent, and within which limits; immutable, checked when the application starts.
 *
 * @param imap the IMAP server
 * @param smtp the submission server
 * @param connectTimeout for opening a connection
 * @param readTimeout for an answer
 * @param poolSize connections an account may have at most, 1 to 3
 * @param poolWait how long a request waits for a free connection
 * @param poolIdle after which an unused connection is closed
 */
public record ServerConfig(
        Server imap,
        Server smtp,
        Duration connectTimeout,
        Duration readTimeout,
        int poolSize,
        Duration poolWait,
        Duration poolIdle)
        implements Serializable {

    /** How a connection is protected. */
    public enum Tls {
        /** TLS from the first byte (RFC 8314). */
        IMPLICIT,
        /** STARTTLS, required and never downgraded. */
        STARTTLS,
        /** None; only allowed to a loopback address, for the demo and tests. */
        NONE
    }

    /** A server's address. */
    public record Server(String host, int port, Tls tls) implements Serializable {}
}
