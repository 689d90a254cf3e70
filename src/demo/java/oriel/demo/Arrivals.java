package oriel.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import oriel.demo.sample.Arriving;

/** Lets a new message arrive every now and then. */
final class Arrivals implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "arrivals");
        thread.setDaemon(true);
        return thread;
    });

    private Arrivals() {}

    /** @param pause between two messages; zero for none at all */
    static Arrivals start(MailServer mail, String address, Duration pause) {
        Arrivals arrivals = new Arrivals();
        if (pause.isPositive()) {
            Arriving arriving = new Arriving(address);
            arrivals.clock.scheduleAtFixedRate(
                    () -> mail.add(address, arriving.next(Instant.now())),
                    pause.toSeconds(),
                    pause.toSeconds(),
                    TimeUnit.SECONDS);
        }
        return arrivals;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
