package oriel.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.ServerConfig;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;
import oriel.fixture.Debian;
import oriel.mail.AccountId;

/** The servers of all tests in this room: started once, when the first test asks, and ended with the virtual machine. */
final class MailServers {

    static final String PASSWORD = "secret";

    /** A user who has room for 1 MB. */
    static final String FULL = "full@oriel.test";

    /** Users that tests share and have to clear. */
    private static final List<String> NAMED = Stream.of("ada", "grace", "joan", "hedy", "support")
            .map(name -> name + "@oriel.test")
            .toList();

    /** May open {@link #SHARED}, and any other mailbox, with their password. */
    static final String SHARER = "joan@oriel.test";

    /** A mailbox that {@link #SHARER} and every token opens, and whose address they may write as. */
    static final String SHARED = "support@oriel.test";

    private static final int USERS = 400;

    private static final class Holder {
        static final MailServers RUNNING = new MailServers();
    }

    private final Deque<AutoCloseable> running = new ConcurrentLinkedDeque<>();
    private final AtomicInteger users = new AtomicInteger();
    private final Certificate certificate;
    private final int keycloakPort;
    private @Nullable Keycloak keycloak;
    private final Place place;
    private final Dovecot rich;
    private final Dovecot outlook;
    private final StrictOutlook strict;
    private final Postfix postfix;

    private MailServers() {
        // First of all, so that also what has started when another one fails is ended.
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        try {
            place = Place.make();
            certificate = Certificate.make(place.folder().resolve("tls"));
            // Oriel's own classes, which these tests call, trust the servers from here on.
            SSLContext.setDefault(certificate.context());
            writeUsers();
            keycloakPort = Daemon.freePorts(1).getFirst();
            place.write("etc/oauth2.conf", place.filled("dovecot-oauth2.conf", Map.of("keycloak", keycloakPort)));
            place.write(
                    "etc/oauth2-shared.conf",
                    place.filled("dovecot-oauth2-shared.conf", Map.of("keycloak", keycloakPort)));
            place.write("etc/sharers", SHARER + ":{PLAIN}" + PASSWORD + "\n");
            rich = started(Dovecot.start(place, Dovecot.Dialect.RICH));
            outlook = started(Dovecot.start(place, Dovecot.Dialect.OUTLOOK));
            strict = started(new StrictOutlook(outlook.imap(), certificate.context()));
            postfix = started(Postfix.start(place, rich));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The mail servers of the tests did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private <T extends AutoCloseable> T started(T server) {
        running.push(server);
        return server;
    }

    static MailServers get() {
        return Holder.RUNNING;
    }

    /** What this machine lacks for them, after trying to install it; empty if they can run. */
    static Optional<String> missing() {
        if (!Debian.isRoot()) {
            return Optional.of("Dovecot and Postfix start only as root");
        }
        Stream<Path> needed = Stream.of(
                Path.of("/usr/lib/dovecot/imap"), Path.of("/usr/lib/dovecot/lmtp"), Path.of("/usr/sbin/postfix"));
        if (needed.allMatch(Files::exists)) {
            return Optional.empty();
        }
        Debian.install("dovecot-imapd", "dovecot-lmtpd", "postfix");
        return Files.exists(Path.of("/usr/lib/dovecot/lmtp")) && Files.exists(Path.of("/usr/sbin/postfix"))
                ? Optional.empty()
                : Optional.of("Dovecot and Postfix could not be installed from Debian's packages");
    }

    private void writeUsers() throws IOException {
        String full = FULL + ":{PLAIN}" + PASSWORD + "::::::userdb_quota=count:User quota"
                + " userdb_quota_rule=*:storage=1M userdb_quota_vsizes=yes\n";
        place.write("etc/users", lines(user -> user + ":{PLAIN}" + PASSWORD + "::::::\n") + full);
        place.write("etc/mailboxes", lines(user -> user + " x\n") + FULL + " x\n");
        String sharers = SHARED + " " + SHARER + "," + String.join(",", Keycloak.users()) + "\n";
        place.write("etc/logins", lines(user -> user.equals(SHARED) ? sharers : user + " " + user + "\n"));
    }

    private static String lines(UnaryOperator<String> line) {
        Stream<String> named = Stream.concat(NAMED.stream(), Keycloak.users().stream());
        return Stream.concat(named, IntStream.range(0, USERS).mapToObj(MailServers::user))
                .map(line)
                .collect(Collectors.joining());
    }

    private static String user(int number) {
        return "user%03d@oriel.test".formatted(number);
    }

    /** A user with empty folders, whom no other test has. */
    String newUser() {
        int number = users.getAndIncrement();
        if (number == USERS) {
            throw new IllegalStateException("more tests than users");
        }
        return user(number);
    }

    /** Gives a user another password. */
    void setPassword(String user, String password) throws IOException {
        Path file = place.folder().resolve("etc/users");
        String changed =
                Files.readString(file).replaceFirst("(?m)^" + user + ":\\{PLAIN}[^:]*", user + ":{PLAIN}" + password);
        Path next = place.write("etc/users.next", changed);
        Files.move(next, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        // It keeps what it has read for a second.
        rich.doveadm("reload");
        outlook.doveadm("reload");
        rich.awaitPassword(user, password);
        outlook.awaitPassword(user, password);
    }

    static Account account(String user) {
        return new Account(new AccountId(user), new Credentials.Password(user, PASSWORD));
    }

    /** Oriel's settings for an IMAP server on a port with TLS, and the submission server. */
    ServerConfig config(int imaps) {
        return new ServerConfig(
                new Server("localhost", imaps, Tls.IMPLICIT),
                new Server("localhost", postfix.submission(), Tls.STARTTLS),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                3,
                Duration.ofSeconds(15),
                Duration.ofMinutes(5));
    }

    /** Where they keep everything. */
    Path folder() {
        return place.folder();
    }

    Dovecot rich() {
        return rich;
    }

    /** Starts the Dovecot again that was killed; Postfix would first offer its lost connection to it to somebody's sign-in. */
    void reviveRich() throws IOException, InterruptedException {
        rich.start();
        postfix.reload();
    }

    Dovecot outlook() {
        return outlook;
    }

    StrictOutlook strict() {
        return strict;
    }

    Postfix postfix() {
        return postfix;
    }

    /** The OpenID provider, which takes some twenty seconds to start; empty if it can't be had. */
    synchronized Optional<Keycloak> keycloak() {
        if (keycloak == null) {
            Keycloak.distribution().ifPresent(distribution -> {
                try {
                    keycloak = started(Keycloak.start(place, keycloakPort, distribution));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            });
        }
        return Optional.ofNullable(keycloak);
    }

    Certificate certificate() {
        return certificate;
    }

    private void stop() {
        try {
            while (!running.isEmpty()) {
                running.pop().close();
            }
            if (place != null) {
                place.delete();
            }
        } catch (Exception e) {
            System.err.println("The mail servers of the tests left something behind: " + e);
        }
    }
}
