package oriel.login;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignInDelayTest {

    private Instant now = Instant.parse("2026-11-01T10:00:00Z");
    private final SignInDelay delay = new SignInDelay(() -> now);

    @Test
    void letsAFewMistakesPass() {
        fail(4);

        assertThatCode(() -> delay.check("ada@oriel.test", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void makesTheAddressWaitTwiceAsLongEachTimeInAnyCase() {
        fail(7);

        assertThatThrownBy(() -> delay.check(" ADA@oriel.test", "10.0.0.2"))
                .isInstanceOf(MailException.TooManyAttempts.class);
        now = now.plus(Duration.ofSeconds(4));
        assertThatCode(() -> delay.check("ada@oriel.test", "10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void leavesOtherAddressesAlone() {
        fail(9);

        assertThatCode(() -> delay.check("grace@oriel.test", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void makesAClientWaitThatTriesManyAddresses() {
        for (int i = 0; i < 50; i++) {
            delay.failed("user" + i + "@oriel.test", "10.0.0.1");
        }

        assertThatThrownBy(() -> delay.check("new@oriel.test", "10.0.0.1"))
                .isInstanceOf(MailException.TooManyAttempts.class);
        assertThatCode(() -> delay.check("new@oriel.test", "10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void forgivesAllAtASuccess() {
        fail(9);

        delay.succeeded("ada@oriel.test");

        assertThatCode(() -> delay.check("ada@oriel.test", "10.0.0.1")).doesNotThrowAnyException();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            delay.failed("ada@oriel.test", "10.0.0.1");
        }
    }
}
