package oriel.ops;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.account.ConfigurationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class StartupChecksTest {

    private static final Logger LOG = Logger.getLogger(StartupChecks.class.getName());

    private final Properties settings = new Properties();
    private final Listener listener = new Listener();

    @BeforeEach
    void listen() throws IOException {
        try (InputStream in = StartupChecks.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            settings.load(in);
        }
        LOG.addHandler(listener);
        LOG.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        LOG.removeHandler(listener);
        LOG.setUseParentHandlers(true);
    }

    @Test
    void isSilentWhenAllIsRight() {
        check();

        assertThat(listener.lines).isEmpty();
    }

    @Test
    void failsTheStartWithOneMessageForAllMistakes() {
        settings.setProperty("oriel.imap.port", "{0}");
        settings.setProperty("oriel.smtp.tls", "ssl");

        ConfigurationException wrong = catchThrowableOfType(ConfigurationException.class, this::check);

        assertThat(wrong.getStackTrace()).isEmpty();
        assertThat(listener.lines).containsExactly(Level.SEVERE + " " + wrong.getMessage());
        assertThat(wrong).hasMessageContainingAll("oriel.imap.port", "oriel.smtp.tls");
    }

    @Test
    void warnsAboutASlipAndStarts() {
        settings.setProperty("oriel.imap.prot", "993");

        check();

        assertThat(listener.lines)
                .containsExactly(Level.WARNING + " Unknown setting oriel.imap.prot: did you mean oriel.imap.port?");
    }

    @Test
    void knowsTheKeysOfGroupsOfServers() {
        settings.setProperty("oriel.servers", "firm");
        settings.setProperty("oriel.server.firm.domains", "firm.example");
        settings.setProperty("oriel.server.firm.imap.host", "imap.firm.example");
        settings.setProperty("oriel.server.firm.smtp.host", "smtp.firm.example");
        settings.setProperty("oriel.server.firm.imap.prot", "143");

        check();

        assertThat(listener.lines)
                .containsExactly(Level.WARNING
                        + " Unknown setting oriel.server.firm.imap.prot: did you mean oriel.server.firm.imap.port?");
    }

    private void check() {
        new StartupChecks(new PropertiesConfig(settings)).check(this);
    }

    private static final class Listener extends Handler {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** A configuration of texts, for which an empty value is none (MicroProfile Config 3.0, section 3). */
    private record PropertiesConfig(Properties settings) implements Config {

        @Override
        public <T> Optional<T> getOptionalValue(String key, Class<T> type) {
            return Optional.ofNullable(settings.getProperty(key))
                    .filter(value -> !value.isEmpty())
                    .map(type::cast);
        }

        @Override
        public Iterable<String> getPropertyNames() {
            return settings.stringPropertyNames();
        }

        @Override
        public <T> T getValue(String key, Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ConfigValue getConfigValue(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
