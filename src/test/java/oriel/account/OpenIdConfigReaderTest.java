package oriel.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OpenIdConfigReaderTest {

    private static final String TENANT = "0a1b2c3d-0000-4000-8000-000000000001";

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "oriel.openid.tenant", "common",
            "oriel.openid.scopes", "openid offline_access",
            "oriel.openid.name", "Microsoft",
            "oriel.signin.password", "true"));

    @TempDir
    private Path folder;

    private OpenIdConfig read() {
        ConfigValues values = new ConfigValues(key -> Optional.ofNullable(settings.get(key)));
        OpenIdConfig config = new OpenIdConfigReader(values).read();
        values.check();
        return config;
    }

    private String problem() {
        try {
            read();
            return "";
        } catch (ConfigurationException e) {
            return e.getMessage();
        }
    }

    private void switchOn() {
        settings.put("oriel.openid.client.id", "id");
        settings.put("oriel.openid.client.secret", "very-secret");
    }

    @Test
    void isOffWithoutAClientId() {
        assertThat(read().isOn()).isFalse();
    }

    @Test
    void isMadeForMicrosoft() {
        switchOn();

        OpenIdConfig config = read();

        assertThat(config.isOn()).isTrue();
        assertThat(config.provider().address()).hasToString("https://login.microsoftonline.com/common/v2.0");
        assertThat(config.provider().adminConsent())
                .hasValueSatisfying(page -> assertThat(page)
                        .hasToString("https://login.microsoftonline.com/organizations/v2.0/adminconsent"));
        assertThat(config.scopes()).isEqualTo(List.of("openid", "offline_access"));
        assertThat(config.toString()).doesNotContain("secret");
    }

    @Test
    void readsTheSecretFromAFile() throws IOException {
        settings.put("oriel.openid.client.id", "id");
        settings.put(
                "oriel.openid.client.secret.file",
                Files.writeString(folder.resolve("secret"), "kept\n").toString());

        assertThat(read().clientSecret()).isEqualTo("kept");
    }

    @Test
    void needsASecretAndAWayIn() {
        settings.put("oriel.openid.client.id", "id");
        assertThat(problem()).contains("oriel.openid.client.secret is not set");

        settings.remove("oriel.openid.client.id");
        settings.put("oriel.signin.password", "false");
        assertThat(problem()).contains("nobody could sign in");
    }

    @Test
    void takesOnlyTenantsThatMicrosoftHas() {
        settings.put("oriel.openid.tenants", TENANT + ", " + TENANT.toUpperCase(java.util.Locale.ROOT));
        assertThat(((OpenIdIssuer.Microsoft) read().provider()).only()).isEqualTo(Set.of(TENANT));

        settings.put("oriel.openid.tenants", "contoso");
        settings.put("oriel.openid.tenant", "../evil");
        assertThat(problem()).contains("oriel.openid.tenants is").contains("oriel.openid.tenant is");
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.oriel.test/realms/mail,true",
        "https://id.oriel.test/,true",
        "http://127.0.0.1:8080/realms/mail,true",
        "http://[::1]:8080/,true",
        "http://id.oriel.test,false",
        "http://127.0.0.1.oriel.test,false",
        "http://localhost@oriel.test,false",
        "ftp://id.oriel.test,false",
        "https://id.oriel.test?x=y,false",
        "id.oriel.test,false",
        "no address,false"
    })
    void asksOnlySafeIssuers(String issuer, boolean good) {
        settings.put("oriel.openid.issuer", issuer);

        if (good) {
            assertThat(read().provider()).isInstanceOf(OpenIdIssuer.Single.class);
            assertThat(read().provider().expected(null)).contains(issuer);
        } else {
            assertThatExceptionOfType(ConfigurationException.class).isThrownBy(this::read);
        }
    }

    @Test
    void neverShowsTheSecret() {
        switchOn();
        settings.put("oriel.openid.scopes", "profile");
        settings.put("oriel.signin.password", "perhaps");

        assertThat(problem()).contains("openid among them").contains("perhaps").doesNotContain("very-secret");
    }
}
