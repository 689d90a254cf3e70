package oriel.servers;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.account.Account;
import oriel.account.SignedInAccounts;
import oriel.fixture.Mails;
import oriel.fixture.Tokens;
import oriel.imap.Adapter;
import oriel.mail.AccountId;
import oriel.mail.Address;
import oriel.mail.Draft;
import oriel.mail.Envelope;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mime.MessageWriter;
import oriel.smtp.SmtpSender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Signing in to mail servers with a real provider's token, by SASL XOAUTH2. */
@NeedsMailServers
class XOAuth2IT {

    private static final String USER = Keycloak.users().getFirst();

    private final MailServers servers = MailServers.get();
    private Keycloak keycloak;
    private Adapter adapter;

    @BeforeEach
    void start() {
        Optional<Keycloak> started = servers.keycloak();
        if (started.isEmpty()) {
            System.err.println("SKIPPED XOAuth2IT: Keycloak can't be had from Maven");
        }
        assumeTrue(started.isPresent());
        keycloak = started.get();
    }

    @AfterEach
    void stop() throws Exception {
        if (adapter != null) {
            adapter.close();
        }
    }

    private static Account account(String token) {
        return new Account(new AccountId(USER), Tokens.token(USER, token));
    }

    private String token() {
        return keycloak.tokens(USER).getString("access_token");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsMailWithAToken(boolean strict) throws Exception {
        new Ledger(servers.rich(), USER).add("INBOX", Mails.plain("<1@oriel.test>", "Engines", "x"));
        adapter = new Adapter(
                servers.config(strict ? servers.strict().port() : servers.rich().imaps()));

        assertThat(adapter.signIn(account(token()))
                        .page(FolderPath.INBOX, 0, 10)
                        .rows())
                .extracting(Envelope::subject)
                .contains("Engines");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysThatATokenIsRefused(boolean strict) {
        adapter = new Adapter(
                servers.config(strict ? servers.strict().port() : servers.rich().imaps()));

        assertThatExceptionOfType(MailException.LoginRefused.class)
                .isThrownBy(() -> adapter.signIn(account("not.a.token")).folders());
    }

    @Test
    void sendsMailWithAToken() throws Exception {
        sender(token()).send(new AccountId(USER), draft());

        servers.postfix().awaitDelivery();
        assertThat(new Ledger(servers.rich(), Keycloak.users().get(1)).copies("<sent@oriel.test>"))
                .isEqualTo(1);
    }

    @Test
    void saysThatTheSubmissionServerRefusesAToken() {
        SmtpSender sender = sender("not.a.token");

        assertThatExceptionOfType(MailException.LoginRefused.class)
                .isThrownBy(() -> sender.send(new AccountId(USER), draft()));
    }

    private SmtpSender sender(String token) {
        SignedInAccounts accounts = new SignedInAccounts(null);
        accounts.signedIn(account(token));
        return new SmtpSender(servers.config(servers.rich().imaps()), Tokens.renewing(accounts), new MessageWriter());
    }

    private static Draft draft() {
        return new Draft(
                "<sent@oriel.test>",
                new Address("", USER),
                List.of(new Address("", Keycloak.users().get(1))),
                List.of(),
                List.of(),
                "Engines",
                "",
                "Hello",
                "",
                List.of(),
                List.of());
    }
}
