package oriel.demo;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends this process when the one that started it is gone, however it ended: Maven killed cannot end its children. */
final class ParentWatch {

    private static final long PERIOD = 500;

    private ParentWatch() {}

    static void start() {
        Optional<Long> parent = parent();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "parent watch");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(
                () -> {
                    // Whether it is alive would not do: a dead process can still be listed, but has no children any
                    // more.
                    if (!parent().equals(parent)) {
                        System.exit(0);
                    }
                },
                PERIOD,
                PERIOD,
                TimeUnit.MILLISECONDS);
    }

    private static Optional<Long> parent() {
        return ProcessHandle.current().parent().filter(ProcessHandle::isAlive).map(ProcessHandle::pid);
    }
}
