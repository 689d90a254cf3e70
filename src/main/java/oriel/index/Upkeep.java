package oriel.index;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does behind the requests what the indexes need by and by. */
final class Upkeep implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Upkeep.class.getName());
    private static final long REFRESH_MILLIS = 1_000;
    private static final long COMMIT_MILLIS = 5_000;
    private static final long IDLE_MILLIS = 10_000;
    private static final long ROOM_MILLIS = 60_000;

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            2, Thread.ofPlatform().name("index-", 0).daemon().factory());

    Upkeep(OpenIndexes indexes) {
        every(REFRESH_MILLIS, indexes::refresh);
        every(COMMIT_MILLIS, indexes::commit);
        every(IDLE_MILLIS, indexes::closeIdle);
        every(ROOM_MILLIS, indexes::makeRoom);
    }

    @FunctionalInterface
    private interface Task {
        void run() throws Exception;
    }

    private void every(long millis, Task task) {
        clock.scheduleWithFixedDelay(() -> quietly(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** A task that throws is never run again. */
    private static void quietly(Task task) {
        try {
            task.run();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "The indexes could not be kept up: {0}", e.toString());
        }
    }

    @Override
    public void close() {
        // Not interrupted: Lucene would lose what it is writing.
        clock.shutdown();
        try {
            clock.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
