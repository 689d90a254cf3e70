package oriel.index;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oriel.mail.FolderPath;
import oriel.mail.MailException;

/** Who waits for which folders to be compared with the server: for a comparison that begins after they asked. */
final class SyncRequests {

    /** Numbers of requests: the newest, what the comparison under way answers, what has been answered or never will be. */
    private static final class Counts {
        private long asked;
        private long begun;
        private long done;
        private long failed;
        private @Nullable MailException trouble;

        boolean isAnswered(long request) {
            return Math.max(done, failed) >= request;
        }
    }

    private final Map<FolderPath, Counts> folders = new HashMap<>();

    private Counts of(FolderPath folder) {
        return folders.computeIfAbsent(folder, each -> new Counts());
    }

    synchronized void ask(FolderPath folder) {
        of(folder).asked++;
    }

    /** A comparison begins. */
    synchronized void begin(FolderPath folder) {
        Counts counts = of(folder);
        counts.begun = counts.asked;
    }

    /**
     * The comparison that was begun last is done.
     *
     * @return whether another one was asked for meanwhile
     */
    synchronized boolean end(FolderPath folder) {
        Counts counts = of(folder);
        counts.done = counts.begun;
        notifyAll();
        return counts.asked > counts.done;
    }

    /** Nobody shall wait any longer, though nothing was compared because of this. */
    synchronized void release(FolderPath folder, @Nullable MailException trouble) {
        Counts counts = of(folder);
        counts.failed = counts.asked;
        counts.trouble = trouble;
        notifyAll();
    }

    /**
     * Waits for what has been asked for up to now, but not for longer than that.
     *
     * @return what kept the folder from being compared; empty if it was, or is not yet
     */
    synchronized Optional<MailException> await(FolderPath folder, Duration patience) {
        Counts counts = of(folder);
        long asked = counts.asked;
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos();
                    !counts.isAnswered(asked) && left > 0;
                    left = deadline - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return counts.done < asked && counts.failed >= asked ? Optional.ofNullable(counts.trouble) : Optional.empty();
    }
}
