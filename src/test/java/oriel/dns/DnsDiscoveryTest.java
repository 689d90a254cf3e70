package oriel.dns;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.account.Autodetection;
import oriel.account.MailServers;
import oriel.account.ServerConfig;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DnsDiscoveryTest {

    private static final String DOMAIN = "firm.example";
    private static final Duration SHORT = Duration.ofMillis(300);

    private DnsServer dns;

    @BeforeEach
    void start() throws IOException {
        dns = new DnsServer();
    }

    @AfterEach
    void stop() {
        dns.close();
    }

    @Test
    void takesTlsFromTheFirstByteRatherThanStarttls() {
        dns.offer("_imap._tcp.firm.example", 0, 1, 143, "imap.firm.example")
                .offer("_imaps._tcp.firm.example", 0, 1, 993, "imap.firm.example")
                .offer("_submission._tcp.firm.example", 0, 1, 587, "smtp.firm.example")
                .offer("_submissions._tcp.firm.example", 0, 1, 465, "smtp.firm.example");

        MailServers found = discovery().discover(DOMAIN).orElseThrow();

        assertThat(found.imap()).isEqualTo(new Server("imap.firm.example", 993, Tls.IMPLICIT, true));
        assertThat(found.smtp()).isEqualTo(new Server("smtp.firm.example", 465, Tls.IMPLICIT, true));
    }

    @Test
    void takesStarttlsWhereThereIsNothingElse() {
        dns.offer("_imaps._tcp.firm.example", 0, 0, 0, "")
                .offer("_imap._tcp.firm.example", 0, 1, 143, "imap.firm.example")
                .offer("_submission._tcp.firm.example", 0, 1, 587, "smtp.firm.example");

        MailServers found = discovery().discover(DOMAIN).orElseThrow();

        assertThat(found.imap().tls()).isEqualTo(Tls.STARTTLS);
        assertThat(found.smtp().tls()).isEqualTo(Tls.STARTTLS);
    }

    @Test
    void takesTheLowestPriorityThenTheGreatestWeight() {
        offerSubmission()
                .offer("_imaps._tcp.firm.example", 20, 9, 993, "third.firm.example")
                .offer("_imaps._tcp.firm.example", 10, 1, 993, "second.firm.example")
                .offer("_imaps._tcp.firm.example", 10, 5, 993, "first.firm.example");

        assertThat(imapHost(discovery())).contains("first.firm.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"imap.evil.example", "evilfirm.example", "firm.example.evil.example", "example", "127.0.0.1"})
    void refusesServersOutsideTheMailDomain(String target) {
        offerSubmission().offer("_imaps._tcp.firm.example", 0, 1, 993, target);

        assertThat(discovery().discover(DOMAIN)).isEmpty();
    }

    @Test
    void takesServersInListedDomains() {
        dns.offer("_imaps._tcp.firm.example", 0, 1, 993, "IMAP7.MailHost.example")
                .offer("_submissions._tcp.firm.example", 0, 1, 465, "mailhost.example");

        assertThat(imapHost(discovery())).contains("imap7.mailhost.example");
    }

    @Test
    void refusesPortsThatAreNotForMail() {
        offerSubmission().offer("_imaps._tcp.firm.example", 0, 1, 6379, "imap.firm.example");

        assertThat(discovery().discover(DOMAIN)).isEmpty();
    }

    @Test
    void takesUnusualPortsAndPrivateAddressesIfTheConfigurationAllowsThem() {
        offerSubmission().offer("_imaps._tcp.firm.example", 0, 1, 16993, "imap.firm.example");

        DnsDiscovery lenient = discovery(new Autodetection(true, Set.of(), true, dns.address(), SHORT));

        assertThat(lenient.discover(DOMAIN).orElseThrow().imap())
                .isEqualTo(new Server("imap.firm.example", 16993, Tls.IMPLICIT, false));
    }

    @Test
    void needsAServerToSendThroughToo() {
        dns.offer("_imaps._tcp.firm.example", 0, 1, 993, "imap.firm.example");

        assertThat(discovery().discover(DOMAIN)).isEmpty();
    }

    @Test
    void asksOnce() {
        DnsDiscovery discovery = discovery();
        offerSubmission().offer("_imaps._tcp.firm.example", 0, 1, 993, "imap.firm.example");
        discovery.discover(DOMAIN);
        int asked = dns.questions().size();

        discovery.discover(DOMAIN);

        assertThat(dns.questions()).hasSize(asked);
    }

    @Test
    void saysSoWhenNobodyAnswersAndAsksAgainLater() {
        DnsDiscovery discovery = discovery();
        offerSubmission().offer("_imaps._tcp.firm.example", 0, 1, 993, "imap.firm.example");
        dns.fallSilent();

        assertThatThrownBy(() -> discovery.discover(DOMAIN)).isInstanceOf(MailException.ServerUnreachable.class);

        int asked = dns.questions().size();
        assertThatThrownBy(() -> discovery.discover(DOMAIN)).isInstanceOf(MailException.ServerUnreachable.class);
        assertThat(dns.questions()).hasSizeGreaterThan(asked);
    }

    private DnsServer offerSubmission() {
        return dns.offer("_submissions._tcp.firm.example", 0, 1, 465, "smtp.firm.example");
    }

    private static Optional<String> imapHost(DnsDiscovery discovery) {
        return discovery.discover(DOMAIN).map(found -> found.imap().host());
    }

    private DnsDiscovery discovery() {
        return discovery(new Autodetection(true, Set.of("mailhost.example"), false, dns.address(), SHORT));
    }

    private static DnsDiscovery discovery(Autodetection allowed) {
        Server server = new Server("imap.oriel.test", 993, Tls.IMPLICIT);
        return new DnsDiscovery(new ServerConfig(server, server, SHORT, SHORT, 3, SHORT, SHORT, Map.of(), allowed));
    }
}
