package oriel.account;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ServerConfigReaderTest {

    private final Properties settings = defaults();

    @TempDir
    private Path folder;

    @Test
    void takesTheDefaultsFromTheDocumentedFile() {
        Configuration configuration = read();

        assertThat(configuration.servers())
                .isEqualTo(new ServerConfig(
                        new Server("outlook.office365.com", 993, Tls.IMPLICIT),
                        new Server("smtp-mail.outlook.com", 587, Tls.STARTTLS),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        3,
                        Duration.ofSeconds(15),
                        Duration.ofMinutes(5)));
        assertThat(configuration.limits())
                .isEqualTo(new Limits(
                        Duration.ofHours(1),
                        Duration.ofHours(12),
                        25 * 1024 * 1024,
                        new File(System.getProperty("java.io.tmpdir"))));
    }

    @Test
    void readsEveryDocumentedKeyAndNoOther() {
        Set<String> asked = new HashSet<>();

        new ServerConfigReader(key -> {
                    asked.add(key);
                    return Optional.ofNullable(settings.getProperty(key));
                })
                .read();

        Set<String> read = asked.stream()
                .filter(key -> !key.endsWith(".file"))
                .filter(key -> settings.containsKey(key) || !settings.containsKey(key + ".file"))
                .collect(Collectors.toSet());
        assertThat(read).isEqualTo(settings.stringPropertyNames());
    }

    @Test
    void namesTheKeyTheValueAndWhatIsAllowed() {
        settings.setProperty("oriel.imap.port", "70000");

        assertThat(problem()).isEqualTo("oriel.imap.port is \"70000\": it has to be a whole number from 1 to 65535.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "imaps", "99999999999", "993.0"})
    void refusesWrongPorts(String port) {
        settings.setProperty("oriel.smtp.port", port);

        assertThat(problem()).contains("oriel.smtp.port").contains(port);
    }

    @Test
    void refusesAnUnknownKindOfTls() {
        settings.setProperty("oriel.imap.tls", "ssl");

        assertThat(problem()).isEqualTo("oriel.imap.tls is \"ssl\": it has to be one of implicit, starttls, none.");
    }

    @Test
    void takesTlsInAnyCase() {
        settings.setProperty("oriel.imap.tls", "StartTLS");

        assertThat(read().servers().imap().tls()).isEqualTo(Tls.STARTTLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.org", "10.0.0.1", "localhost.example.org", "127.example.org", "2001:db8::1"})
    void refusesToTalkInTheClearToAnotherComputer(String host) {
        settings.setProperty("oriel.imap.host", host);
        settings.setProperty("oriel.imap.tls", "none");

        assertThat(problem()).contains("oriel.imap.tls").contains("localhost only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1", "[::1]"})
    void maySpeakInTheClearToThisComputer(String host) {
        settings.setProperty("oriel.smtp.host", host);
        settings.setProperty("oriel.smtp.tls", "none");

        assertThat(read().servers().smtp().tls()).isEqualTo(Tls.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"imaps://mail.example.org", "mail.example.org:993", "mail example", "-", "a@b"})
    void refusesWhatIsNoHost(String host) {
        settings.setProperty("oriel.imap.host", host);

        assertThat(problem()).contains("oriel.imap.host").contains("without port");
    }

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "10s,PT10S", "10 S,PT10S", "2m,PT2M", "PT10S,PT10S", "PT1M30S,PT1M30S"})
    void readsTimes(String text, Duration time) {
        settings.setProperty("oriel.read.timeout", text);

        assertThat(read().servers().readTimeout()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "ten", "0s", "-5s", "1h", "PT-5S", "P", "99999999999s"})
    void refusesWrongTimes(String text) {
        settings.setProperty("oriel.read.timeout", text);

        assertThat(problem())
                .isEqualTo("oriel.read.timeout is \"" + text
                        + "\": it has to be a time from 100ms to 10m, such as 500ms, 10s, 2m, 8h or PT10S.");
    }

    @ParameterizedTest
    @CsvSource({"25MB,26214400", "2048KB,2097152", "25 mb,26214400", "3145728B,3145728"})
    void readsSizes(String text, long bytes) {
        settings.setProperty("oriel.attachment.limit", text);

        assertThat(read().limits().messageBytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "1KB", "1GB", "much", "999999999GB"})
    void refusesWrongSizes(String text) {
        settings.setProperty("oriel.attachment.limit", text);

        assertThat(problem()).contains("oriel.attachment.limit").contains("from 1MB to 150MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4"})
    void allowsOneToThreeConnections(String size) {
        settings.setProperty("oriel.pool.size", size);

        assertThat(problem()).contains("oriel.pool.size").contains("from 1 to 3");
    }

    @Test
    void refusesSessionsThatEndBeforeTheyAreIdle() {
        settings.setProperty("oriel.session.longest", "30m");

        assertThat(problem()).contains("oriel.session.longest is shorter than oriel.session.idle");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        settings.setProperty("oriel.upload.folder", folder.resolve("none").toString());

        assertThat(problem()).contains("oriel.upload.folder").contains("a folder that exists");
    }

    @Test
    void readsTheSessionKey() {
        byte[] key = key(32);
        settings.setProperty("oriel.session.key", Base64.getEncoder().encodeToString(key));

        assertThat(read().sessionKey().aes().getEncoded()).isEqualTo(key);
    }

    @Test
    void makesANewSessionKeyIfNoneIsSet() {
        assertThat(read().sessionKey().aes()).isNotEqualTo(read().sessionKey().aes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aHVudGVyMg==", "hunter2!hunter2"})
    void neverShowsAWrongSessionKey(String key) {
        settings.setProperty("oriel.session.key", key);

        assertThat(problem()).contains("32 bytes in Base64").doesNotContain(key).doesNotContain("hunter");
    }

    @Test
    void readsSecretsFromFiles() throws IOException {
        byte[] key = key(32);
        Path file = Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(key) + "\n");
        settings.setProperty("oriel.session.key.file", file.toString());

        assertThat(read().sessionKey().aes().getEncoded()).isEqualTo(key);
    }

    @Test
    void prefersTheFileToTheDefault() throws IOException {
        Path file = Files.writeString(folder.resolve("host"), "imap.example.org\n");
        settings.setProperty("oriel.imap.host.file", file.toString());

        assertThat(read().servers().imap().host()).isEqualTo("imap.example.org");
    }

    @Test
    void tellsThatAFileIsMissing() {
        Path file = folder.resolve("none");
        settings.setProperty("oriel.session.key.file", file.toString());

        assertThat(problem())
                .isEqualTo("oriel.session.key.file is \"" + shortened(file)
                        + "\": it has to be the name of a text file that Oriel can read.");
    }

    @Test
    void tellsThatAFileIsEmpty() throws IOException {
        Path file = Files.createFile(folder.resolve("empty"));
        settings.setProperty("oriel.session.key.file", file.toString());

        assertThat(problem()).contains("oriel.session.key.file").contains("not empty");
    }

    @Test
    void tellsThatAKeyIsNotSet() {
        settings.setProperty("oriel.imap.host", "");

        assertThat(problem()).startsWith("oriel.imap.host is not set");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        settings.putAll(Map.of("oriel.imap.port", "0", "oriel.smtp.tls", "ssl", "oriel.pool.size", "9"));

        ConfigurationException wrong = catchThrowableOfType(ConfigurationException.class, this::read);

        assertThat(wrong.problems()).hasSize(3);
        assertThat(wrong)
                .hasMessageStartingWith("Oriel cannot start, 3 settings are wrong: ")
                .hasMessageContainingAll("oriel.imap.port", "oriel.smtp.tls", "oriel.pool.size");
    }

    private Configuration read() {
        return new ServerConfigReader(key -> Optional.ofNullable(settings.getProperty(key))).read();
    }

    private String problem() {
        ConfigurationException wrong = catchThrowableOfType(ConfigurationException.class, this::read);
        assertThat(wrong.problems()).hasSize(1);
        return wrong.problems().getFirst();
    }

    private static String shortened(Path file) {
        String text = file.toString();
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    private static byte[] key(int length) {
        byte[] key = new byte[length];
        key[0] = 7;
        return key;
    }

    private static Properties defaults() {
        try (InputStream in =
                ServerConfigReader.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            Properties defaults = new Properties();
            defaults.load(in);
            return defaults;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
