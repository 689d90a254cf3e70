package oriel.login;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LocalAddressTest {

    @Test
    void followsAPathOfThisApplication() {
        String asked = "/mail?folder=Projects%2FOriel&message=3.17";

        assertThat(LocalAddress.orElse(asked, "/mail")).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "javascript:alert(1)",
                " /mail",
                "mail",
                "/mail\u0000",
                "/%zz"
            })
    void leadsHomeFromEveryOtherAddress(String asked) {
        assertThat(LocalAddress.orElse(asked, "/mail")).isEqualTo("/mail");
    }
}
