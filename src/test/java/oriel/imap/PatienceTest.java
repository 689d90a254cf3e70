package oriel.imap;

import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PatienceTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Patience patience = new Patience();

    @Test
    void waitsForEverUntilToldOtherwise() throws Exception {
        patience.answered(1, SECOND);

        assertThat(patience.left()).isZero();
    }

    @Test
    void endsAnAnswerThatComesTooSlowly() throws Exception {
        patience.perAnswer(Duration.ofSeconds(60));
        for (int i = 0; i < 59; i++) {
            patience.answered(1, SECOND);
        }
        assertThat(patience.left()).isBetween(1_000, 1_100);

        patience.answered(1, 2 * SECOND);

        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(patience::left);
    }

    @Test
    void goesOnWithALongAnswerOnASlowLine() throws Exception {
        patience.perAnswer(Duration.ofSeconds(60));

        for (int i = 0; i < 100_000; i++) {
            patience.answered(2_000, SECOND);
        }

        assertThat(patience.left()).isEqualTo(60_000);
    }

    @Test
    void beginsAnewWithEachQuestion() throws Exception {
        patience.perAnswer(Duration.ofSeconds(60));
        patience.answered(10, 59 * SECOND);

        patience.asked();

        assertThat(patience.left()).isEqualTo(60_000);
    }

    @Test
    void countsAllAnswersTogetherWhileSigningIn() throws Exception {
        patience.altogether(Duration.ofNanos(1));
        patience.asked();
        patience.answered(1_000_000, 0);

        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(patience::left);
    }
}
