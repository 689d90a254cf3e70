package oriel.login;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
        Instant now = Instant.ofEpochMilli(1_234_567);
        Credentials token =
                new Credentials.Token("ada@oriel.test", "eyJ0".repeat(20_000), "0.A", now, now.plusSeconds(60));
        Credentials last = new Credentials.Token("ada@oriel.test", "eyJ0", null, now, now);

        assertThat(seal.open(seal.seal(PASSWORD))).isEqualTo(PASSWORD);
        assertThat(seal.open(seal.seal(token))).isEqualTo(token);
        assertThat(seal.open(seal.seal(last))).isEqualTo(last);
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
    void refusesAnotherVersionAndAnotherPurpose() {
        byte[] sealed = seal.seal("one thing", new byte[] {1});
        byte[] older = seal.seal(PASSWORD);
        older[0]--;

        assertThat(seal.open("one thing", sealed)).containsExactly(1);
        assertThatThrownBy(() -> seal.open("another", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.open(older)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.open(new byte[5])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAnotherKey() {
        byte[] sealed = seal.seal(PASSWORD);
        CredentialSeal other = new CredentialSeal(SessionKey.random());

        assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalStateException.class);
    }
}
