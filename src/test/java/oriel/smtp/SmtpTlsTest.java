package oriel.smtp;

import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import oriel.account.Credentials;
import oriel.account.ServerConfig.Tls;
import oriel.fixture.Certificates;
import oriel.fixture.Certificates.Fault;
import oriel.fixture.OutdatedTls;
import oriel.mail.AccountId;
import oriel.mail.Address;
import oriel.mail.Draft;
import oriel.mail.MailException;
import oriel.mail.MailException.InsecureServer.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Servers whose certificate or encryption is not good enough: they get no secret, the user is told why. */
@Timeout(60)
class SmtpTlsTest {

    private static SSLContext before;
    private static Certificates certificates;

    @BeforeAll
    static void trust(@TempDir Path folder) throws Exception {
        before = SSLContext.getDefault();
        certificates = new Certificates(folder);
        SSLContext.setDefault(certificates.trust());
    }

    @AfterAll
    static void trustAsBefore() {
        SSLContext.setDefault(before);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void saysWhatIsWrongWithTheCertificate(Fault fault) throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(certificates.listen(fault))) {
            MailException trouble = trouble(server.port(), Tls.IMPLICIT);

            assertThat(trouble.key()).isEqualTo("mail.InsecureServer." + fault);
            assertThat(server.commands()).isEmpty();
        }
    }

    @Test
    void saysThatTheEncryptionIsOutdated() throws Exception {
        try (OutdatedTls server = new OutdatedTls()) {
            assertThat(trouble(server.port(), Tls.IMPLICIT).key()).isEqualTo("mail.InsecureServer." + Reason.OUTDATED);
        }
    }

    @Test
    void saysThatNothingIsEncrypted() throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            assertThat(trouble(server.port(), Tls.IMPLICIT).key())
                    .isEqualTo("mail.InsecureServer." + Reason.NOT_ENCRYPTED);
            assertThat(trouble(server.port(), Tls.STARTTLS).key())
                    .isEqualTo("mail.InsecureServer." + Reason.NOT_ENCRYPTED);
            assertThat(server.commands()).noneMatch(each -> each.startsWith("AUTH") || each.startsWith("LOGIN"));
        }
    }

    @Test
    void trustsAGoodCertificate() throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(certificates.listen(Fault.NONE))) {
            assertThat(trouble(server.port(), Tls.IMPLICIT)).isNull();
        }
    }

    private static MailException trouble(int port, Tls tls) {
        AccountId ada = new AccountId("ada@oriel.test");
        Address address = new Address("", ada.value());
        List<Address> nobody = List.of();
        Draft draft = new Draft(
                "<1@oriel.test>", address, List.of(address), nobody, nobody, "Hi", "", "x", "", List.of(), List.of());
        SmtpSender sender = Senders.to(port, tls, ada, new Credentials.Password(ada.value(), "secret"));
        return catchThrowableOfType(MailException.class, () -> sender.send(ada, draft));
    }
}
