package oriel.imap;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import oriel.mail.FolderPath;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who comes first where there are three connections. */
@Timeout(20)
class TurnsTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final Turns turns = new Turns(3, LONG);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private static Watch watch(FolderPath folder) {
        return new Watch(folder, LONG, LONG);
    }

    private Future<?> later(Runnable work) {
        return threads.submit(work);
    }

    private static void assertThatWaits(Future<?> waiting) {
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> waiting.get(SHORT.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Test
    void lendsToTheBackgroundWhatLeavesOneToRequests() throws Exception {
        turns.take();

        turns.takeInBackground(SHORT);

        turns.take();
        turns.giveBackBackground();
        turns.take();
        assertThat(turns.takeIfFree()).isFalse();
    }

    @Test
    void doesNotLendTheLastButOne() throws Exception {
        turns.take();
        turns.take();
        Future<?> background = later(() -> turns.takeInBackground(LONG));
        assertThatWaits(background);

        turns.giveBack();

        background.get();
        assertThat(turns.takeIfFree()).isTrue();
    }

    @Test
    void runsOneThingAtATimeInTheBackground() throws Exception {
        turns.takeInBackground(SHORT);
        Future<?> next = later(() -> turns.takeInBackground(LONG));
        assertThatWaits(next);

        turns.giveBackBackground();

        next.get();
    }

    @Test
    void givesUpInTheBackgroundAfterAWhileAndLeavesNothingBehind() {
        turns.take();
        turns.take();
        assertThatExceptionOfType(MailException.Busy.class).isThrownBy(() -> turns.takeInBackground(SHORT));
        turns.giveBack();

        turns.takeInBackground(SHORT);

        assertThatExceptionOfType(MailException.Busy.class).isThrownBy(() -> turns.takeInBackground(SHORT));
    }

    @Test
    void asksOneWatchToGiveWayToTheBackground() throws Exception {
        Watch inbox = watch(FolderPath.INBOX);
        Watch viewed = watch(new FolderPath("Viewed"));
        turns.takeToWatch(inbox);
        turns.takeToWatch(viewed);
        Future<?> background = later(() -> turns.takeInBackground(LONG));
        assertThatWaits(background);

        assertThat(viewed.isEnding()).isTrue();
        assertThat(inbox.isEnding()).isFalse();
        turns.giveBack(viewed);

        background.get();
        assertThat(turns.takeIfFree()).isTrue();
    }

    @Test
    void letsAWatchComeBackBetweenTwoPieces() {
        Watch inbox = watch(FolderPath.INBOX);
        turns.takeInBackground(SHORT);
        assertThat(turns.takeToWatch(inbox)).isTrue();

        assertThat(turns.takeToWatch(watch(new FolderPath("Viewed")))).isFalse();
        turns.giveBackBackground();
        assertThat(turns.takeToWatch(watch(new FolderPath("Viewed")))).isTrue();
    }

    @Test
    void letsARequestGoFirstThatHasToWait() throws Exception {
        Turns only = new Turns(1, LONG);
        only.takeInBackground(SHORT);
        Future<?> request = later(only::take);
        assertThatWaits(request);
        Future<?> next = later(() -> only.takeInBackground(LONG));

        only.giveBackBackground();

        request.get();
        assertThatWaits(next);
        only.giveBack();
        next.get();
    }
}
