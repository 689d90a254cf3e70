package oriel.login;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import oriel.account.Credentials;
import oriel.account.SessionKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CredentialSealTest {

    private static final Credentials PASSWORD = new Credentials.Password("zoë@oriel.test", "pä§§ \"\\ €".repeat(40));

    private final CredentialSeal seal = new CredentialSeal(SessionKey.random());

    @Test
    void opensWhatItSealed() {
        Credentials token = new Credentials.Token("ada@oriel.test", "eyJ0");

        assertThat(seal.open(seal.seal(PASSWORD))).isEqualTo(PASSWORD);
        assertThat(seal.open(seal.seal(token))).isEqualTo(token);
    }

    @Test
    void neverSealsTheSameWayTwiceNorInTheClear() {
        byte[] once = seal.seal(PASSWORD);
        byte[] again = seal.seal(PASSWORD);

        assertThat(once).isNotEqualTo(again);
        assertThat(new String(once, StandardCharsets.UTF_8)).doesNotContain("oriel.test");
    }

    @Test
    void refusesWhatWasChanged() {
        byte[] sealed = seal.seal(PASSWORD);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> seal.open(sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAnotherKey() {
        byte[] sealed = seal.seal(PASSWORD);
        CredentialSeal other = new CredentialSeal(SessionKey.random());

        assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalStateException.class);
    }
}
