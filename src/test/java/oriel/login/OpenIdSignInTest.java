package oriel.login;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oriel.account.Credentials.Token;
import oriel.account.OpenIdConfig;
import oriel.login.SignInTrouble.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class OpenIdSignInTest extends BeforeProvider {

    @Test
    void asksForACodeWithPkceStateAndNonce() {
        URI question = signIn(provider.config()).question(begun, false);

        Map<String, List<String>> asked = URLUtils.parseParameters(question.getQuery());
        assertThat(question.toString()).startsWith(provider.base() + "/authorize?");
        assertThat(asked)
                .containsEntry("response_type", List.of("code"))
                .containsEntry("client_id", List.of("oriel"))
                .containsEntry("redirect_uri", List.of(CALLBACK.toString()))
                .containsEntry("scope", List.of("openid mail"))
                .containsEntry("state", List.of(begun.state().getValue()))
                .containsEntry("nonce", List.of(begun.nonce().getValue()))
                .containsEntry("code_challenge_method", List.of("S256"))
                .doesNotContainKey("login_hint");
        assertThat(question.toString()).doesNotContain(begun.verifier().getValue());
    }

    @Test
    void knowsWhoItIsAndWhatTheMailServersGet() {
        OpenIdSignIn.Vouched vouched = redeem();

        assertThat(vouched.account().id().value()).isEqualTo(TestProvider.ADDRESS);
        Token token = (Token) vouched.account().credentials();
        assertThat(token.accessToken()).isEqualTo("opaque-1");
        assertThat(token.refreshToken()).isEqualTo("refresh-1");
        assertThat(Duration.between(token.received(), token.expires())).isEqualTo(Duration.ofHours(1));
        assertThat(provider.asked.getFirst())
                .containsEntry("grant_type", List.of("authorization_code"))
                .containsEntry("code_verifier", List.of(begun.verifier().getValue()))
                .containsEntry("redirect_uri", List.of(CALLBACK.toString()))
                .containsEntry("scope", List.of("openid mail"));
        assertThat(provider.paths).doesNotContain("/userinfo");
    }

    @Test
    void takesTheMailAddressWhereTheUserNameIsNone() {
        provider.claims = claims -> claims.claim("preferred_username", "ada").claim("email", "Ada@oriel.test");

        assertThat(redeem().account().credentials().username()).isEqualTo("Ada@oriel.test");
    }

    @Test
    void needsAnAddress() {
        provider.claims = claims -> claims.claim("preferred_username", "a\nb@c");

        assertRefused(Kind.NO_ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({"nonce,other", "nonce,", "iss,https://elsewhere.test", "aud,somebody-else", "exp,", "sub,"})
    void trustsNoTokenThatIsNotForThisSignIn(String claim, String value) {
        provider.claims = claims -> claims.claim(claim, value);

        assertRefused(Kind.NOT_TRUSTED);
    }

    @Test
    void trustsNoTokenThatSomebodyElseSigned() {
        provider.signing = TestProvider.newKey();

        assertRefused(Kind.NOT_TRUSTED);
    }

    @ParameterizedTest
    @CsvSource({"-270,true", "-310,false"})
    void allowsFiveMinutesBetweenTheClocksAtTheTokensEnd(int expired, boolean good) {
        provider.claims = claims -> claims.issueTime(Date.from(Instant.now().minusSeconds(3600)))
                .expirationTime(Date.from(Instant.now().plusSeconds(expired)));

        assertClock(good);
    }

    @ParameterizedTest
    @CsvSource({"290,true", "360,false"})
    void allowsFiveMinutesBetweenTheClocksAtTheTokensBeginning(int ahead, boolean good) {
        provider.claims = claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(ahead)));

        assertClock(good);
    }

    @ParameterizedTest
    @CsvSource({
        "common, , TENANT, true",
        "common, , PERSONAL, true",
        "common, TENANT, TENANT, true",
        "common, TENANT, OTHER_TENANT, false",
        "common, TENANT, PERSONAL, false",
        "common, , , false",
        "common, , ../evil, false",
        "organizations, , TENANT, true",
        "organizations, , PERSONAL, false",
        "consumers, , PERSONAL, true",
        "consumers, , TENANT, false",
        "TENANT, , TENANT, true",
        "TENANT, , OTHER_TENANT, false",
    })
    void knowsWhichTenantsOfMicrosoftMaySignIn(String tenant, String only, String claimed, boolean good) {
        OpenIdConfig config = microsoft(id(tenant), only == null ? Set.of() : Set.of(id(only)));
        String tid = claimed == null ? null : id(claimed);
        provider.claims = claims -> claims.claim("tid", tid).issuer(provider.base() + "/" + tid + "/v2.0");

        if (good) {
            assertThat(redeem(config).account().id().value()).isEqualTo(TestProvider.ADDRESS);
        } else {
            assertRefused(Kind.TENANT, config);
        }
    }

    @Test
    void trustsNoTenantThatSpeaksForAnother() {
        OpenIdConfig config = microsoft("common", Set.of());
        provider.claims = claims -> claims.claim("tid", TENANT).issuer(provider.base() + "/" + OTHER_TENANT + "/v2.0");

        assertRefused(Kind.NOT_TRUSTED, config);
    }

    @Test
    void believesNoDocumentOfAnotherIssuer() {
        issuer("/other");

        assertRefused(Kind.NOT_TRUSTED);
    }

    @Test
    void sendsSecretsToNoAddressThatIsNotSafe() {
        provider.discovery = document -> document.replace(provider.base() + "/token", "http://elsewhere.test/token");

        assertRefused(Kind.NOT_TRUSTED);
        assertThat(provider.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_grant,,CODE_USED",
        "invalid_client,,PROVIDER_REFUSED",
        "invalid_grant,AADSTS65001: consent,ADMIN_CONSENT",
        "consent_required,,ADMIN_CONSENT",
        "temporarily_unavailable,,PROVIDER_DOWN",
    })
    void tellsWhyThereAreNoTokensForACode(String error, String description, Kind kind) {
        provider.error = "{\"error\": \"%s\", \"error_description\": \"%s\"}".formatted(error, description);

        assertRefused(kind);
    }

    @Test
    void saysThatTheProviderIsDown() {
        OpenIdConfig config = provider.config();
        provider.status = 500;
        assertRefused(Kind.PROVIDER_DOWN, config);
        provider.status = 200;
        provider.discovery = document -> "<html>";
        assertRefused(Kind.PROVIDER_DOWN, config);
        provider.close();
        assertRefused(Kind.PROVIDER_DOWN, config);
    }

    @Test
    void doesNotWaitLongForAProviderThatDoesNotAnswer() {
        patience = Duration.ofMillis(100);
        provider.freeze = true;

        assertRefused(Kind.PROVIDER_DOWN);
    }

    @Test
    void takesNobodyElseForAPageThatIsOpen() {
        begun = Begun.now("", "grace@oriel.test", CALLBACK);
        provider.nonce = begun.nonce().getValue();

        assertRefused(Kind.OTHER_ACCOUNT);
        assertThat(signIn(provider.config()).question(begun, false).getQuery()).contains("login_hint=grace@oriel.test");
    }

    @Test
    void letsThePersonChooseAnAccount() {
        assertThat(signIn(provider.config()).question(begun, true).getQuery()).contains("prompt=select_account");
    }

    @Test
    void asksForTheDocumentOnce() {
        OpenIdSignIn signIn = signIn(provider.config());

        signIn.question(begun, false);
        provider.status = 500;
        signIn.question(begun, false);

        assertThat(provider.paths).hasSize(1);
    }
}
