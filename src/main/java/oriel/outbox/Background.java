package oriel.outbox;

import java.time.Duration;

/** Does work later, without a thread waiting for it. */
@FunctionalInterface
interface Background {

    void run(Runnable task, Duration delay);
}
