package oriel.account;

import java.io.File;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;

/**
 * Reads the {@code oriel.*} settings and says all that is wrong with them at once. Defaults are not here but in
 * {@code META-INF/microprofile-config.properties}, where they can be seen.
 */
public final class ServerConfigReader {

    /** A name or an address, without scheme, port or user. */
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,252})|\\[?[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*]?");

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    private static final int MAX_PORT = 65_535;
    private static final int MAX_CONNECTIONS = 3;
    private static final long MEGABYTE = 1L << 20;

    private final ConfigValues values;

    /** @param lookup a key's value, empty if it is not set */
    public ServerConfigReader(Function<String, Optional<String>> lookup) {
        values = new ConfigValues(lookup);
    }

    /**
     * All settings.
     *
     * @throws ConfigurationException if any is wrong; it tells all that are
     */
    public Configuration read() {
        Configuration configuration = new Configuration(servers(), limits(), sessionKey());
        values.check();
        return configuration;
    }

    private ServerConfig servers() {
        Duration shortest = Duration.ofMillis(100);
        Duration longest = Duration.ofMinutes(10);
        return new ServerConfig(
                server("oriel.imap"),
                server("oriel.smtp"),
                values.duration("oriel.connect.timeout", shortest, longest),
                values.duration("oriel.read.timeout", shortest, longest),
                values.number("oriel.pool.size", 1, MAX_CONNECTIONS),
                values.duration("oriel.pool.wait", shortest, longest),
                values.duration("oriel.pool.idle", Duration.ofSeconds(1), Duration.ofMinutes(29)));
    }

    private Server server(String prefix) {
        String host = host(prefix + ".host");
        int port = values.number(prefix + ".port", 1, MAX_PORT);
        Tls tls = values.oneOf(prefix + ".tls", Tls.class);
        if (tls == Tls.NONE && !LOOPBACK.matcher(host).matches()) {
            values.wrong(
                    prefix + ".tls",
                    "none",
                    "implicit or starttls, because " + prefix
                            + ".host is another computer; none is for localhost only");
        }
        return new Server(host, port, tls);
    }

    private String host(String key) {
        String allowed = "the name or the address of a server, without port";
        String host = values.needed(key, allowed);
        if (!HOST.matcher(host).matches()) {
            values.wrong(key, host, allowed);
        }
        return host;
    }

    private Limits limits() {
        Duration idle = values.duration("oriel.session.idle", Duration.ofMinutes(1), Duration.ofHours(24));
        Duration longest = values.duration("oriel.session.longest", Duration.ofMinutes(1), Duration.ofDays(30));
        if (longest.compareTo(idle) < 0) {
            values.problem("oriel.session.longest is shorter than oriel.session.idle: it has to be as long or longer.");
        }
        long size = values.size("oriel.attachment.limit", MEGABYTE, 150 * MEGABYTE);
        return new Limits(idle, longest, size, uploadFolder("oriel.upload.folder"));
    }

    private File uploadFolder(String key) {
        File folder = new File(values.text(key).orElseGet(() -> System.getProperty("java.io.tmpdir")));
        if (!folder.isDirectory() || !folder.canWrite()) {
            values.wrong(key, folder.getPath(), "a folder that exists and that Oriel can write to");
        }
        return folder;
    }

    private SessionKey sessionKey() {
        String key = "oriel.session.key";
        return values.text(key).map(text -> sessionKey(key, text)).orElseGet(SessionKey::random);
    }

    private SessionKey sessionKey(String key, String text) {
        try {
            return new SessionKey(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            // The decoder's message quotes the key's characters: it is not kept as a cause.
            values.problem(key + " is wrong: it has to be " + SessionKey.LENGTH
                    + " bytes in Base64, as \"openssl rand -base64 " + SessionKey.LENGTH + "\" makes them.");
            return SessionKey.random();
        }
    }
}
