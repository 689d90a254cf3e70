package oriel.login;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oriel.account.Credentials.Token;
import oriel.account.OpenIdConfig;
import oriel.account.OpenIdIssuer;
import oriel.fixture.Tokens;
import oriel.login.SignInTrouble.Kind;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OpenIdSignInTest {

    private static final URI CALLBACK = URI.create("https://mail.oriel.test/login/callback");
    private static final String TENANT = "0a1b2c3d-0000-4000-8000-000000000001";
    private static final String OTHER_TENANT = "0a1b2c3d-0000-4000-8000-000000000002";
    private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";

    private TestProvider provider;
    private Duration patience = Duration.ofSeconds(30);
    private Begun begun = Begun.now("/mail", "", CALLBACK);

    @BeforeEach
    void start() throws Exception {
        provider = new TestProvider();
        provider.nonce = begun.nonce().getValue();
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private OpenIdSignIn signIn(OpenIdConfig config) {
        Providers providers = new Providers(config, patience);
        return new OpenIdSignIn(config, providers, new TokenEndpoint(config, providers), new IdentityTokens(config));
    }

    private OpenIdSignIn.Vouched redeem() {
        return redeem(provider.config());
    }

    private OpenIdSignIn.Vouched redeem(OpenIdConfig config) {
        return signIn(config).redeem(new OpenIdSignIn.Code(begun, new AuthorizationCode("code")));
    }

    private void assertRefused(Kind kind, OpenIdConfig config) {
        assertThatExceptionOfType(SignInTrouble.class)
                .isThrownBy(() -> redeem(config))
                .satisfies(trouble -> assertThat(trouble.kind()).isEqualTo(kind));
    }

    private void assertRefused(Kind kind) {
        assertRefused(kind, provider.config());
    }

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

    private void assertClock(boolean good) {
        if (good) {
            assertThat(redeem().account().id().value()).isEqualTo(TestProvider.ADDRESS);
        } else {
            assertRefused(Kind.CLOCK);
        }
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

    private OpenIdConfig microsoft(String tenant, Set<String> only) {
        String named = Set.of("common", "organizations").contains(tenant)
                ? "{tenantid}"
                : tenant.equals("consumers") ? PERSONAL : tenant;
        issuer("/" + named + "/v2.0");
        return provider.config(new OpenIdIssuer.Microsoft(URI.create(provider.base()), tenant, only));
    }

    private void issuer(String path) {
        provider.discovery = document ->
                document.replace("\"issuer\": \"" + provider.base(), "\"issuer\": \"" + provider.base() + path);
    }

    private static String id(String name) {
        return switch (name) {
            case "TENANT" -> TENANT;
            case "OTHER_TENANT" -> OTHER_TENANT;
            case "PERSONAL" -> PERSONAL;
            default -> name;
        };
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

    // Renewing
    // ---------------------------------------------------------------------------------------------------------

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
