package oriel.mailbox;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SharedReadsTest {

    private final SharedReads<String, Integer> reads = new SharedReads<>();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksOnceForAllWhoComeBecauseOfTheSameChange() throws Exception {
        CountDownLatch allAreThere = new CountDownLatch(19);

        List<Integer> answers = inTwentyThreads(() -> {
            allAreThere.countDown();
            return reads.get("change 1", () -> {
                await(allAreThere);
                return asked.incrementAndGet();
            });
        });

        assertThat(answers).containsOnly(1);
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAnewAfterTheNextChange() {
        reads.get("change 1", asked::incrementAndGet);

        assertThat(reads.get("change 2", asked::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void tellsTroubleAsItIsAndAsksAgain() {
        assertThatExceptionOfType(MailException.Busy.class)
                .isThrownBy(() -> reads.get("change 1", () -> {
                    throw new MailException.Busy();
                }));

        assertThat(reads.get("change 1", asked::incrementAndGet)).isEqualTo(1);
    }

    private static List<Integer> inTwentyThreads(Callable<Integer> task) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            List<Future<Integer>> answers =
                    threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> task).toList());
            return answers.stream().map(Future::resultNow).toList();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
