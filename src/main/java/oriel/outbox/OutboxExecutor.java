package oriel.outbox;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs the outbox's work behind the requests: each task on a virtual thread of its own, now or later. */
@ApplicationScoped
public class OutboxExecutor implements Background {

    private static final long SECONDS_TO_FINISH = 10;

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("outbox-clock").daemon().factory());
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("outbox-", 0).factory());

    @Override
    public void run(Runnable task, Duration delay) {
        clock.schedule(() -> workers.execute(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets what is due within seconds still happen: a copy of a sent message is worth the wait. */
    @PreDestroy
    void stop() {
        clock.shutdown();
        finish(clock);
        workers.shutdown();
        finish(workers);
    }

    private static void finish(ExecutorService service) {
        try {
            service.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
