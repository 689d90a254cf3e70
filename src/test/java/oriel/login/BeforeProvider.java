package oriel.login;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import oriel.account.OpenIdConfig;
import oriel.account.OpenIdIssuer;
import oriel.login.SignInTrouble.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Signing in with a provider in this virtual machine. */
abstract class BeforeProvider {

    static final URI CALLBACK = URI.create("https://mail.oriel.test/login/callback");
    static final String TENANT = "0a1b2c3d-0000-4000-8000-000000000001";
    static final String OTHER_TENANT = "0a1b2c3d-0000-4000-8000-000000000002";
    static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";

    TestProvider provider;
    Duration patience = Duration.ofSeconds(30);
    Begun begun = Begun.now("/mail", "", CALLBACK);

    @BeforeEach
    void start() throws Exception {
        provider = new TestProvider();
        provider.nonce = begun.nonce().getValue();
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    OpenIdSignIn signIn(OpenIdConfig config) {
        Providers providers = new Providers(config, patience);
        return new OpenIdSignIn(config, providers, new TokenEndpoint(config, providers), new IdentityTokens(config));
    }

    OpenIdSignIn.Vouched redeem() {
        return redeem(provider.config());
    }

    OpenIdSignIn.Vouched redeem(OpenIdConfig config) {
        return signIn(config).redeem(new OpenIdSignIn.Code(begun, new AuthorizationCode("code")));
    }

    void assertRefused(Kind kind, OpenIdConfig config) {
        assertThatExceptionOfType(SignInTrouble.class)
                .isThrownBy(() -> redeem(config))
                .satisfies(trouble -> assertThat(trouble.kind()).isEqualTo(kind));
    }

    void assertRefused(Kind kind) {
        assertRefused(kind, provider.config());
    }

    void assertClock(boolean good) {
        if (good) {
            assertThat(redeem().account().id().value()).isEqualTo(TestProvider.ADDRESS);
        } else {
            assertRefused(Kind.CLOCK);
        }
    }

    OpenIdConfig microsoft(String tenant, Set<String> only) {
        String named = Set.of("common", "organizations").contains(tenant)
                ? "{tenantid}"
                : tenant.equals("consumers") ? PERSONAL : tenant;
        issuer("/" + named + "/v2.0");
        return provider.config(new OpenIdIssuer.Microsoft(URI.create(provider.base()), tenant, only));
    }

    void issuer(String path) {
        provider.discovery = document ->
                document.replace("\"issuer\": \"" + provider.base(), "\"issuer\": \"" + provider.base() + path);
    }

    static String id(String name) {
        return switch (name) {
            case "TENANT" -> TENANT;
            case "OTHER_TENANT" -> OTHER_TENANT;
            case "PERSONAL" -> PERSONAL;
            default -> name;
        };
    }

    // Renewing
    // ---------------------------------------------------------------------------------------------------------
}
