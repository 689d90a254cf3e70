package oriel.account;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.mail.AccountId;
import oriel.mail.Owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SharedMailboxesTest {

    private static final Owner SUPPORT = new Owner("support@firm.example");
    private static final Owner ALL = new Owner("all@firm.example");

    private final Properties settings = new Properties();

    @TempDir
    private Path folder;

    @BeforeEach
    void defaults() throws IOException {
        try (InputStream in =
                ServerConfigReader.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            settings.load(in);
        }
    }

    @Test
    void offersNothingUnlessToldTo() {
        assertThat(of("ada@firm.example")).isEmpty();
    }

    @Test
    void offersMailboxesToAUserAndToAWholeDomain() {
        share("Ada@Firm.example: Support@firm.example; @firm.example: all@firm.example, support@firm.example");

        assertThat(of("ada@firm.example")).containsExactly(SUPPORT, ALL);
        assertThat(of("grace@FIRM.example")).containsExactly(ALL, SUPPORT);
        assertThat(of("ada@elsewhere.example")).isEmpty();
        assertThat(of("firm.example")).isEmpty();
        assertThat(of("ada")).isEmpty();
    }

    @Test
    void offersMailboxesToAGroupOfServers() {
        settings.setProperty("oriel.servers", "firm");
        settings.setProperty("oriel.server.firm.domains", "firm.example, b\u00fccher.example");
        settings.setProperty("oriel.server.firm.imap.host", "imap.firm.example");
        settings.setProperty("oriel.server.firm.smtp.host", "smtp.firm.example");
        share("firm: all@firm.example");

        assertThat(of("ada@firm.example")).containsExactly(ALL);
        assertThat(of("zo\u00eb@xn--bcher-kva.example")).containsExactly(ALL);
        assertThat(of("zo\u00eb@b\u00fccher.example")).containsExactly(ALL);
    }

    @Test
    void offersNobodyTheirOwnMailbox() {
        share("@firm.example: support@firm.example");

        assertThat(of("support@firm.example")).isEmpty();
    }

    @Test
    void readsALongListFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("shared"), """
                # the help desk
                ada@firm.example: support@firm.example   # since May

                @firm.example: all@firm.example
                """);
        settings.setProperty("oriel.shared.file", file.toString());

        assertThat(of("ada@firm.example")).containsExactly(SUPPORT, ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@firm.example",
                "ada@firm.example:",
                ": support@firm.example",
                "ada: support@firm.example",
                "ada@firm.example: support",
                "ada@firm.example: support@firm.example, /@x",
                "ada@firm.example: @firm.example",
                "ada@fi rm.example: support@firm.example"
            })
    void tellsAnEntryThatIsNone(String entry) {
        share("@other.example: all@firm.example; " + entry);

        ConfigurationException wrong = catchThrowableOfType(ConfigurationException.class, this::read);

        assertThat(wrong.problems())
                .singleElement()
                .asString()
                .startsWith("oriel.shared is \"" + entry.strip() + "\": it has to be entries like");
    }

    @Test
    void allowsWhatItOffersAndOnesOwn() {
        share("@firm.example: all@firm.example");
        AccountId ada = new AccountId("ada@firm.example");

        assertThat(read().shared().allow(ada, ALL)).isTrue();
        assertThat(read().shared().allow(ada, Owner.SELF)).isTrue();
        assertThat(read().shared().allow(ada, SUPPORT)).isFalse();
    }

    private void share(String list) {
        settings.setProperty("oriel.shared", list);
    }

    private List<Owner> of(String address) {
        return read().shared().of(new AccountId(address));
    }

    private Configuration read() {
        return new ServerConfigReader(
                        key -> Optional.ofNullable(settings.getProperty(key)), settings.stringPropertyNames())
                .read();
    }
}
