package oriel.account;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ServerGroupsTest {

    private final Properties settings = new Properties();

    @BeforeEach
    void twoGroups() throws IOException {
        try (InputStream in =
                ServerConfigReader.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            settings.load(in);
        }
        settings.setProperty("oriel.servers", "firm, uni");
        settings.setProperty("oriel.server.firm.domains", "firm.example, Firm.DE");
        settings.setProperty("oriel.server.firm.imap.host", "imap.firm.example");
        settings.setProperty("oriel.server.firm.smtp.host", "smtp.firm.example");
        settings.setProperty("oriel.server.uni.domains", "b\u00fccher.example");
        settings.setProperty("oriel.server.uni.imap.host", "mail.uni.example");
        settings.setProperty("oriel.server.uni.imap.port", "143");
        settings.setProperty("oriel.server.uni.imap.tls", "starttls");
        settings.setProperty("oriel.server.uni.smtp.host", "mail.uni.example");
        settings.setProperty("oriel.server.uni.smtp.port", "465");
        settings.setProperty("oriel.server.uni.smtp.tls", "implicit");
        settings.setProperty("oriel.server.uni.login", "local");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@firm.example", "Ada@FIRM.example", "\"a@b\"@firm.de", "ada@firm.example."})
    void leadsADomainToItsServersWithTheDefaultsPorts(String username) {
        MailServers servers = find().of(username);

        assertThat(servers.imap()).isEqualTo(new Server("imap.firm.example", 993, Tls.IMPLICIT));
        assertThat(servers.smtp()).isEqualTo(new Server("smtp.firm.example", 587, Tls.STARTTLS));
        assertThat(servers.login().of(username)).isEqualTo(username);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zo\u00eb@b\u00fccher.example", "zo\u00eb@xn--bcher-kva.example", "zo\u00eb@B\u00dcCHER.example"
            })
    void comparesDomainsOfAllLettersInTheirAsciiForm(String username) {
        MailServers servers = find().of(username);

        assertThat(servers.imap()).isEqualTo(new Server("mail.uni.example", 143, Tls.STARTTLS));
        assertThat(servers.smtp()).isEqualTo(new Server("mail.uni.example", 465, Tls.IMPLICIT));
        assertThat(servers.login().of(username)).isEqualTo("zo\u00eb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@outlook.com",
                "ada@sub.firm.example",
                "ada@firm.example.evil.example",
                "ada@",
                "@",
                "a@.."
            })
    void leadsEverybodyElseToTheDefaultServers(String username) {
        assertThat(find().of(username).imap().host()).isEqualTo("outlook.office365.com");
    }

    @Test
    void tellsWhatAGroupLacks() {
        settings.remove("oriel.server.firm.imap.host");
        settings.remove("oriel.server.uni.domains");

        assertThat(problems())
                .containsExactly(
                        "oriel.server.firm.imap.host is not set: it has to be the name or the address of a server,"
                                + " without port.",
                        "oriel.server.uni.domains is not set: it has to be mail domains, such as firm.example, with"
                                + " commas between them.");
    }

    @Test
    void tellsADomainThatTwoGroupsName() {
        settings.setProperty("oriel.server.uni.domains", "FIRM.example uni.example uni.example");

        assertThat(problems())
                .containsExactly(
                        "oriel.server.uni.domains names firm.example, which oriel.server.firm.domains names too.",
                        "oriel.server.uni.domains names uni.example, which stands there twice.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"oriel.server.frim.imap.host", "ORIEL_SERVER_FRIM_IMAP_HOST", "oriel.server.frim.domains.file"})
    void tellsAGroupThatTheListDoesNotName(String key) {
        settings.setProperty(key, "imap.frim.example");

        assertThat(problems())
                .containsExactly(key + " is set for a group of servers that oriel.servers does not name.");
    }

    @Test
    void takesVariablesOfTheEnvironmentForWhatTheyAre() {
        settings.setProperty("ORIEL_SERVER_FIRM_IMAP_HOST", "imap.firm.example");
        settings.setProperty("ORIEL_SERVER_PORT_8080_TCP_PORT", "8080");

        assertThat(read().servers().byDomain()).hasSize(3);
    }

    @Test
    void tellsWrongNamesDomainsAndKinds() {
        settings.setProperty("oriel.servers", "firm,uni,firm,My_Firm");
        settings.setProperty("oriel.server.firm.domains", "ada@firm.example");
        settings.setProperty("oriel.server.uni.login", "nickname");

        assertThat(problems())
                .containsExactly(
                        "oriel.servers names firm twice.",
                        "oriel.servers is \"My_Firm\": it has to be names of lower-case letters, digits and hyphens, with"
                                + " commas between them.",
                        "oriel.server.firm.domains is \"ada@firm.example\": it has to be mail domains, such as"
                                + " firm.example, with commas between them.",
                        "oriel.server.uni.login is \"nickname\": it has to be one of address, local.");
    }

    @Test
    void refusesToTalkInTheClearToAnotherComputer() {
        settings.setProperty("oriel.server.uni.imap.tls", "none");

        assertThat(problems()).singleElement().asString().contains("oriel.server.uni.imap.tls", "localhost only");
    }

    @Test
    void asksTheDnsOnlyIfItMayAndOnlyForDomainsThatAreNotListed() {
        List<String> asked = new ArrayList<>();
        ServerDiscovery discovery = domain -> {
            asked.add(domain);
            return Optional.empty();
        };
        new FindServers(read().servers(), discovery).of("ada@elsewhere.example");
        settings.setProperty("oriel.autodetect", "true");
        FindServers find = new FindServers(read().servers(), discovery);

        find.of("ada@firm.example");
        find.of("ada");
        find.of("ada@Elsewhere.example");

        assertThat(asked).containsExactly("elsewhere.example");
    }

    private FindServers find() {
        return FindServers.configured(read().servers());
    }

    private Configuration read() {
        return new ServerConfigReader(
                        key -> Optional.ofNullable(settings.getProperty(key)), settings.stringPropertyNames())
                .read();
    }

    private List<String> problems() {
        return catchThrowableOfType(ConfigurationException.class, this::read).problems();
    }
}
