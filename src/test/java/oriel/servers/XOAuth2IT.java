package oriel.servers;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.account.Account;
import oriel.account.Credentials.Token;
import oriel.account.CredentialsRenewed;
import oriel.account.FreshCredentials;
import oriel.account.OpenIdConfig;
import oriel.account.OpenIdIssuer;
import oriel.account.SignedInAccounts;
import oriel.fixture.Mails;
import oriel.fixture.RecordedEvents;
import oriel.fixture.Tokens;
import oriel.imap.Adapter;
import oriel.login.Providers;
import oriel.login.TokenEndpoint;
import oriel.mail.AccountId;
import oriel.mail.Address;
import oriel.mail.Draft;
import oriel.mail.Envelope;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void renewsATokenThatTheServerRefusesAndReadsOn(boolean strict) throws Exception {
        List<String> renewed = new CopyOnWriteArrayList<>();
        adapter = new Adapter(
                servers.config(strict ? servers.strict().port() : servers.rich().imaps()),
                accounts -> credentials(accounts, renewed));

        assertThat(adapter.signIn(renewable("not.a.token"))
                        .page(FolderPath.INBOX, 0, 10)
                        .total())
                .isNotNegative();
        assertThat(renewed).hasSize(1);
    }

    @Test
    void asksForThePersonOnceTheProviderRevokedEverything() throws Exception {
        List<String> renewed = new CopyOnWriteArrayList<>();
        adapter = new Adapter(servers.config(servers.rich().imaps()), accounts -> credentials(accounts, renewed));
        Account account = renewable("not.a.token");
        keycloak.revokeAll(USER);
        MailStore store = adapter.signIn(account);

        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(MailException.SignInAgain.class).isThrownBy(store::folders);
        }

        assertThat(renewed).hasSize(1);
    }

    @Test
    void renewsATokenThatTheSubmissionServerRefuses() throws Exception {
        List<String> renewed = new CopyOnWriteArrayList<>();
        SignedInAccounts accounts = new SignedInAccounts(null);
        accounts.signedIn(renewable("not.a.token"));
        SmtpSender sender = new SmtpSender(
                servers.config(servers.rich().imaps()), credentials(accounts, renewed), new MessageWriter());

        sender.send(new AccountId(USER), draft("<renewed@oriel.test>"));

        servers.postfix().awaitDelivery();
        assertThat(renewed).hasSize(1);
        assertThat(new Ledger(servers.rich(), Keycloak.users().get(1)).copies("<renewed@oriel.test>"))
                .isEqualTo(1);
    }

    private Account renewable(String accessToken) {
        Instant now = Instant.now();
        String refresh = keycloak.tokens(USER).getString("refresh_token");
        return new Account(new AccountId(USER), new Token(USER, accessToken, refresh, now, now.plusSeconds(3600)));
    }

    /** As the application is put together, with the provider's real token endpoint. */
    private FreshCredentials credentials(SignedInAccounts accounts, List<String> renewed) {
        OpenIdConfig config = new OpenIdConfig(
                Keycloak.CLIENT,
                Keycloak.SECRET,
                new OpenIdIssuer.Single(URI.create(keycloak.issuer())),
                List.of("openid", "https://outlook.office.com/IMAP.AccessAsUser.All"),
                "Keycloak",
                true,
                Optional.empty());
        TokenEndpoint endpoint = new TokenEndpoint(config, new Providers(config));
        return new FreshCredentials(
                accounts,
                token -> {
                    renewed.add("once");
                    return endpoint.next(token);
                },
                new RecordedEvents().of(CredentialsRenewed.class));
    }

    @Test
    void sendsMailWithAToken() throws Exception {
        sender(token()).send(new AccountId(USER), draft("<sent@oriel.test>"));

        servers.postfix().awaitDelivery();
        assertThat(new Ledger(servers.rich(), Keycloak.users().get(1)).copies("<sent@oriel.test>"))
                .isEqualTo(1);
    }

    @Test
    void saysThatTheSubmissionServerRefusesAToken() {
        SmtpSender sender = sender("not.a.token");

        assertThatExceptionOfType(MailException.LoginRefused.class)
                .isThrownBy(() -> sender.send(new AccountId(USER), draft("<sent@oriel.test>")));
    }

    private SmtpSender sender(String token) {
        SignedInAccounts accounts = new SignedInAccounts(null);
        accounts.signedIn(account(token));
        return new SmtpSender(servers.config(servers.rich().imaps()), Tokens.renewing(accounts), new MessageWriter());
    }

    private static Draft draft(String id) {
        return new Draft(
                id,
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
