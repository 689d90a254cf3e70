package oriel.outbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Background work that a test steps through, with the waits it asked for. */
final class Steps implements Background {

    final List<Duration> waits = new ArrayList<>();
    private final Queue<Runnable> tasks = new ArrayDeque<>();

    @Override
    public synchronized void run(Runnable task, Duration delay) {
        waits.add(delay);
        tasks.add(task);
    }

    void runNext() {
        tasks.remove().run();
    }

    void runAll() {
        while (!tasks.isEmpty()) {
            runNext();
        }
    }
}
