package oriel.account;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Reads the {@code oriel.*} settings and says all that is wrong with them at once. Defaults are not here but in
 * {@code META-INF/microprofile-config.properties}, where they can be seen.
 */
public final class ServerConfigReader {

    private static final int MAX_CONNECTIONS = 3;
    private static final long MEGABYTE = 1L << 20;

    private final ConfigValues values;
    private final Collection<String> names;

    /** @param lookup a key's value, empty if it is not set */
    public ServerConfigReader(Function<String, Optional<String>> lookup) {
        this(lookup, List.of());
    }

    /**
     * @param lookup a key's value, empty if it is not set
     * @param names of the keys that are set, as keys or as environment variables; a key that belongs to nothing is told
     */
    public ServerConfigReader(Function<String, Optional<String>> lookup, Iterable<String> names) {
        this.values = new ConfigValues(lookup);
        this.names = StreamSupport.stream(names.spliterator(), false).toList();
    }

    /**
     * All settings.
     *
     * @throws ConfigurationException if any is wrong; it tells all that are
     */
    public Configuration read() {
        ServerGroups groups = new ServerGroupsReader(values, names).read();
        Configuration configuration = new Configuration(
                servers(groups),
                limits(),
                sessionKey(),
                new SharedMailboxesReader(values, groups).read(),
                new OpenIdConfigReader(values).read(),
                new IndexConfigReader(values).read(),
                new OwnData(values.folder("oriel.data.directory", Path.of(System.getProperty("user.home"), ".oriel"))));
        values.check();
        return configuration;
    }

    private ServerConfig servers(ServerGroups groups) {
        Duration shortest = Duration.ofMillis(100);
        Duration longest = Duration.ofMinutes(10);
        ServerReader servers = new ServerReader(values);
        return new ServerConfig(
                servers.read("oriel.imap", "oriel.imap"),
                servers.read("oriel.smtp", "oriel.smtp"),
                values.duration("oriel.connect.timeout", shortest, longest),
                values.duration("oriel.read.timeout", shortest, longest),
                values.number("oriel.pool.size", 1, MAX_CONNECTIONS),
                values.duration("oriel.pool.wait", shortest, longest),
                values.duration("oriel.pool.idle", Duration.ofSeconds(1), Duration.ofMinutes(29)),
                groups.byDomain(),
                new AutodetectionReader(values).read());
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
