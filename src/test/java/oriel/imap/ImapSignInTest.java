package oriel.imap;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.ServerConfig;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;
import oriel.mail.MailException;
import oriel.mail.MailStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the server is asked, and shown, when somebody signs in. */
@Timeout(60)
class ImapSignInTest extends BehindRelay {

    @Test
    void asksOnceWithAWrongPassword() {
        Account wrong = new Account(
                account.id(), new Credentials.Password(account.credentials().username(), "wrong"));

        assertThatExceptionOfType(MailException.LoginRefused.class).isThrownBy(() -> adapter.check.check(wrong));

        assertThat(relay.commands("AUTHENTICATE").size()
                        + relay.commands("LOGIN").size())
                .isEqualTo(1);
    }

    @Test
    void neverAsksAgainWithAPasswordThatWasRefused() {
        Account wrong = new Account(
                account.id(), new Credentials.Password(account.credentials().username(), "changed meanwhile"));
        MailStore store = adapter.signIn(wrong);

        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(MailException.LoginRefused.class).isThrownBy(() -> store.page(INBOX, 0, 10));
        }
        assertThat(relay.total()).isEqualTo(1);

        adapter.signIn(account);
        assertThat(store.page(INBOX, 0, 10).total()).isZero();
    }

    @Test
    void doesNotAskWithAnEmptyPassword() {
        Account empty = new Account(
                account.id(), new Credentials.Password(account.credentials().username(), ""));

        assertThatExceptionOfType(MailException.LoginRefused.class).isThrownBy(() -> adapter.check.check(empty));

        assertThat(relay.total()).isZero();
    }

    @Test
    void leavesTheServerAloneForAsLongAsItAsks() {
        MailStore store = adapter.signIn(account);
        store.page(INBOX, 0, 10);
        relay.answering(line -> line.contains(" OK STATUS")
                ? line.split(" ")[0] + " BAD Request is throttled. Suggested Backoff Time: 299910 milliseconds\r\n"
                : line);

        assertThatExceptionOfType(MailException.Throttled.class)
                .isThrownBy(() -> store.status(INBOX))
                .satisfies(e -> assertThat(e.backoff()).isEqualTo(Duration.ofMillis(299_910)));
        int asked = relay.commands().size();

        assertThatExceptionOfType(MailException.Throttled.class)
                .isThrownBy(() -> store.page(INBOX, 0, 10))
                .satisfies(e -> assertThat(e.backoff()).isBetween(Duration.ofSeconds(280), Duration.ofSeconds(300)));
        assertThat(relay.commands()).hasSize(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "quo\"te", "back\\slash", "two words", "{12}", "%*()[]", "'", "a\tb"})
    void signsInWithAnyPassword(String password) throws Exception {
        Account odd = server.newAccount("odd" + password.hashCode() + "@oriel.test", password);

        adapter.check.check(odd);

        assertThat(adapter.signIn(odd).page(INBOX, 0, 10).total()).isZero();
    }

    @Test
    void signsInWithALongPassword() throws Exception {
        Account odd = server.newAccount("long@oriel.test", "p".repeat(300));

        adapter.check.check(odd);

        assertThat(relay.total()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\0b"})
    void sendsNoPasswordThatIsMoreThanALine(String password) {
        Account odd =
                new Account(account.id(), new Credentials.Password(account.id().value(), password));

        assertThatExceptionOfType(MailException.LoginRefused.class).isThrownBy(() -> adapter.check.check(odd));

        assertThat(relay.total()).isZero();
    }

    @Test
    void sendsNoPasswordUnencryptedToAnotherComputer() throws Exception {
        adapter.close();
        ServerConfig usual = MailServer.config(relay.port());
        Server remote = new Server("imap.oriel.test", relay.port(), Tls.NONE);
        adapter = new Adapter(new ServerConfig(
                remote,
                remote,
                usual.connectTimeout(),
                usual.readTimeout(),
                usual.poolSize(),
                usual.poolWait(),
                usual.poolIdle()));

        assertThatExceptionOfType(MailException.InsecureServer.class).isThrownBy(() -> adapter.check.check(account));
    }

    @Test
    void sendsNoPasswordIfTheServerOffersNoTls() throws Exception {
        adapter.close();
        ServerConfig usual = MailServer.config(relay.port());
        Server stripped = new Server("127.0.0.1", relay.port(), Tls.STARTTLS);
        adapter = new Adapter(new ServerConfig(
                stripped,
                stripped,
                usual.connectTimeout(),
                usual.readTimeout(),
                usual.poolSize(),
                usual.poolWait(),
                usual.poolIdle()));
        relay.answering(line -> line.replace(" STARTTLS", ""));

        assertThatExceptionOfType(MailException.InsecureServer.class).isThrownBy(() -> adapter.check.check(account));

        assertThat(relay.commands("LOGIN")).isEmpty();
        assertThat(relay.commands("AUTHENTICATE")).isEmpty();
    }
}
