package oriel.login;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oriel.account.Credentials.Token;
import oriel.fixture.Tokens;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tokens renewed at a provider, and what it may have against that. */
class TokenRenewalTest extends BeforeProvider {

    private Token next() {
        Providers providers = new Providers(provider.config(), patience);
        return new TokenEndpoint(provider.config(), providers).next(Tokens.token(TestProvider.ADDRESS, "old"));
    }

    @Test
    void renewsWithTheScopeAndKeepsTheNewRefreshToken() {
        Token next = next();

        assertThat(next.accessToken()).isEqualTo("opaque-1");
        assertThat(next.refreshToken()).isEqualTo("refresh-1");
        assertThat(next.username()).isEqualTo(TestProvider.ADDRESS);
        assertThat(provider.asked.getFirst())
                .containsEntry("grant_type", List.of("refresh_token"))
                .containsEntry("refresh_token", List.of("refresh-old"))
                .containsEntry("scope", List.of("openid mail"));
    }

    @Test
    void keepsTheRefreshTokenThatIsNotReplaced() {
        provider.refresh = "";

        assertThat(next().refreshToken()).isEqualTo("refresh-old");
    }

    @ParameterizedTest
    @CsvSource({"invalid_grant", "interaction_required", "consent_required", "login_required"})
    void wantsThePersonWhereTheProviderDoes(String error) {
        provider.error = "{\"error\": \"%s\"}".formatted(error);

        assertThatExceptionOfType(MailException.SignInAgain.class).isThrownBy(this::next);
    }

    @ParameterizedTest
    @CsvSource({"invalid_client", "temporarily_unavailable", "unauthorized_client"})
    void doesNotBotherThePersonWithWhatSigningInDoesNotHelp(String error) {
        provider.error = "{\"error\": \"%s\"}".formatted(error);

        assertThatExceptionOfType(MailException.ProviderUnreachable.class).isThrownBy(this::next);
    }

    @Test
    void saysThatTheProviderDoesNotAnswer() {
        provider.status = 503;
        assertThatExceptionOfType(MailException.ProviderUnreachable.class).isThrownBy(this::next);
        provider.status = 200;
        patience = Duration.ofMillis(100);
        provider.freeze = true;
        assertThatExceptionOfType(MailException.ProviderUnreachable.class).isThrownBy(this::next);
    }
}
