package oriel.login;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.Limits;
import oriel.account.OpenIdConfig;
import oriel.account.OpenIdIssuer;
import oriel.account.SessionKey;
import oriel.account.SessionLeft;
import oriel.account.SignInCheck;
import oriel.account.SignedInAccounts;
import oriel.account.SignedOut;
import oriel.fixture.RecordedEvents;
import oriel.login.SignInTrouble.Kind;
import oriel.mail.AccountId;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.assertThat;

class IdentityStoresTest {

    private static final URI CALLBACK = URI.create("https://mail.oriel.test/login/callback");
    private static final AccountId GRACE = new AccountId("grace@oriel.test");

    private final RecordedEvents events = new RecordedEvents();
    private final SessionAccount session = new SessionAccount(
            new SignedInAccounts(events.of(SignedOut.class)),
            new CredentialSeal(SessionKey.random()),
            new Limits(Duration.ofHours(1), Duration.ofHours(1), 1, new File(".")),
            events.of(SessionLeft.class));
    private final SignInFailure failure = new SignInFailure();
    private SignInCheck server = account -> {};
    private TestProvider provider;

    @BeforeEach
    void start() throws Exception {
        provider = new TestProvider();
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private CredentialValidationResult.Status signIn(String again) {
        OpenIdConfig config = provider.config();
        Providers providers = new Providers(config);
        Begun begun = Begun.now("/mail", again, CALLBACK);
        provider.nonce = begun.nonce().getValue();
        OpenIdSignIn signIn =
                new OpenIdSignIn(config, providers, new TokenEndpoint(config, providers), new IdentityTokens(config));
        return new ProviderIdentityStore(signIn, server, session, failure)
                .validate(new OpenIdSignIn.Code(begun, new AuthorizationCode("code")))
                .getStatus();
    }

    @Test
    void keepsTheProvidersWordForSigningOut() {
        assertThat(signIn("")).isEqualTo(CredentialValidationResult.Status.VALID);

        assertThat(session.id().value()).isEqualTo(TestProvider.ADDRESS);
        assertThat(session.identity())
                .hasValueSatisfying(token -> assertThat(token).startsWith("eyJ"));
        session.signIn(new Account(GRACE, new Credentials.Password(GRACE.value(), "secret")));
        assertThat(session.identity()).isEmpty();
    }

    @Test
    void saysThatTheMailboxDoesNotTakeTheProvidersWord() {
        server = account -> {
            throw new MailException.LoginRefused(null);
        };

        assertThat(signIn("")).isEqualTo(CredentialValidationResult.Status.INVALID);
        assertThat(failure.trouble().map(SignInTrouble::kind)).contains(Kind.MAILBOX_REFUSED);
        assertThat(session.isSignedIn()).isFalse();
    }

    @Test
    void saysThatTheMailboxIsNotOpen() {
        server = account -> {
            throw new MailException.NotConnected(null);
        };

        assertThat(signIn("")).isEqualTo(CredentialValidationResult.Status.INVALID);
        assertThat(failure.reason()).containsInstanceOf(MailException.NotConnected.class);
    }

    @Test
    void leavesTheSessionOfSomebodyElseAlone() {
        session.signIn(new Account(GRACE, new Credentials.Password(GRACE.value(), "secret")));

        assertThat(signIn(TestProvider.ADDRESS)).isEqualTo(CredentialValidationResult.Status.INVALID);

        assertThat(failure.trouble().map(SignInTrouble::kind)).contains(Kind.OTHER_ACCOUNT);
        assertThat(session.id()).isEqualTo(GRACE);
    }

    @Test
    void takesNoPasswordWhereTheyAreSwitchedOff() {
        OpenIdConfig config = new OpenIdConfig(
                "id", "secret", new OpenIdIssuer.Single(CALLBACK), List.of("openid"), "Test", false, Optional.empty());
        SignInCheck never = account -> {
            throw new AssertionError("the server was asked");
        };

        CredentialValidationResult result = new ImapIdentityStore(
                        never, session, failure, new SignInDelay(), config, null)
                .validate(new UsernamePasswordCredential("ada@oriel.test", "secret"));

        assertThat(result.getStatus()).isEqualTo(CredentialValidationResult.Status.INVALID);
        assertThat(failure.trouble().map(SignInTrouble::kind)).contains(Kind.SWITCHED_OFF);
    }
}
