package oriel.imap;

import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.ServerConfig;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;
import oriel.fixture.Certificates;
import oriel.fixture.Certificates.Fault;
import oriel.fixture.OutdatedTls;
import oriel.mail.AccountId;
import oriel.mail.MailException;
import oriel.mail.MailException.InsecureServer.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Servers whose certificate or encryption is not good enough: they get no secret, the user is told why. */
@Timeout(60)
class ImapTlsTest {

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
        try (WrongServer server = new WrongServer(certificates.listen(fault))) {
            MailException trouble = trouble(server.port(), Tls.IMPLICIT);

            assertThat(trouble.key()).isEqualTo("mail.InsecureServer." + fault);
            assertThat(server.commands()).isEmpty();
        }
    }

    @Test
    void saysThatTheEncryptionIsOutdated() throws Exception {
        try (OutdatedTls server = new OutdatedTls()) {
            Throwable t = trouble(server.port(), Tls.IMPLICIT);
            assertThat(trouble(server.port(), Tls.IMPLICIT).key()).isEqualTo("mail.InsecureServer." + Reason.OUTDATED);
        }
    }

    @Test
    void saysThatNothingIsEncrypted() throws Exception {
        try (WrongServer server = new WrongServer()) {
            assertThat(trouble(server.port(), Tls.IMPLICIT).key())
                    .isEqualTo("mail.InsecureServer." + Reason.NOT_ENCRYPTED);
            assertThat(trouble(server.port(), Tls.STARTTLS).key())
                    .isEqualTo("mail.InsecureServer." + Reason.NOT_ENCRYPTED);
            assertThat(server.commands()).noneMatch(each -> each.startsWith("AUTH") || each.startsWith("LOGIN"));
        }
    }

    @Test
    void trustsAGoodCertificate() throws Exception {
        try (WrongServer server = new WrongServer(certificates.listen(Fault.NONE))) {
            assertThat(trouble(server.port(), Tls.IMPLICIT)).isNull();
        }
    }

    private static MailException trouble(int port, Tls tls) throws Exception {
        Server server = new Server("127.0.0.1", port, tls);
        Duration patience = Duration.ofSeconds(5);
        ServerConfig config = new ServerConfig(server, server, patience, patience, 3, patience, patience);
        AccountId ada = new AccountId("ada@oriel.test");
        try (Adapter adapter = new Adapter(config)) {
            Account account = new Account(ada, new Credentials.Password(ada.value(), WrongServer.SECRET));
            return catchThrowableOfType(MailException.class, () -> adapter.check.check(account));
        }
    }
}
