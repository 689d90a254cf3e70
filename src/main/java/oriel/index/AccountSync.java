package oriel.index;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.MailException;

/**
 * Follows one account's folders, on a virtual thread of its own and one short step after the other, so that what has become
 * urgent meanwhile is done next.
 */
final class AccountSync {

    private static final Logger LOG = Logger.getLogger(AccountSync.class.getName());

    private final FolderFollower follower;
    private final FolderTexts texts;
    private final Supplier<List<Folder>> folders;
    private final BooleanSupplier signedIn;
    private final SyncTimes times;
    private final SyncRequests requests = new SyncRequests();

    // What waits, and until when nothing is done; guarded by this.
    private final SequencedSet<FolderPath> urgent = new LinkedHashSet<>();
    private final SequencedSet<FolderPath> others = new LinkedHashSet<>();
    private SyncStep.@Nullable Looked looked;
    private long nextRound = System.nanoTime();
    private long nextTexts = System.nanoTime();
    private long lastLook = System.nanoTime();
    private long pausedUntil = System.nanoTime();
    private boolean throttled;
    private boolean stopped;

    private Duration pause;

    /**
     * @param folders the account's own, special ones first
     * @param signedIn whether anybody still is
     */
    AccountSync(
            FolderFollower follower,
            FolderTexts texts,
            Supplier<List<Folder>> folders,
            BooleanSupplier signedIn,
            SyncTimes times) {
        this.follower = follower;
        this.texts = texts;
        this.folders = folders;
        this.signedIn = signedIn;
        this.times = times;
        this.pause = times.firstPause();
    }

    Thread start() {
        return Thread.ofVirtual().name("index-sync").start(this::run);
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /** Somebody looks at the folder. */
    synchronized void view(FolderPath folder) {
        lastLook = System.nanoTime();
        if (!throttled) {
            // Whoever is back may have signed in again.
            pausedUntil = lastLook;
        }
        ask(folder);
    }

    synchronized void changed(FolderPath folder) {
        ask(folder);
    }

    /** Folders have come, gone or got other names. */
    synchronized void arranged() {
        nextRound = System.nanoTime();
        notifyAll();
    }

    private void ask(FolderPath folder) {
        requests.ask(folder);
        urgent.addFirst(folder);
        others.remove(folder);
        notifyAll();
    }

    Optional<MailException> freshen(FolderPath folder, Duration patience) {
        view(folder);
        return requests.await(folder, patience);
    }

    Optional<MailException> settle(FolderPath folder, Duration patience) {
        return requests.await(folder, patience);
    }

    synchronized void looking(FolderPath folder, long lowest, long highest) {
        lastLook = System.nanoTime();
        looked = new SyncStep.Looked(folder, lowest, highest);
        notifyAll();
    }

    /** Marks messages in the index that were marked on the server. */
    void marked(Runnable marking) {
        follower.own().set(marking);
    }

    private void run() {
        try {
            for (SyncStep step = next(); step != null && signedIn.getAsBoolean(); step = next()) {
                take(step);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable SyncStep next() throws InterruptedException {
        while (!stopped) {
            long now = System.nanoTime();
            boolean attentive = now - lastLook < times.attention().toNanos();
            long wait = Math.max(pausedUntil - now, 0);
            if (wait == 0) {
                throttled = false;
                SyncStep step = waiting(attentive, now);
                if (step != null) {
                    return step;
                }
                wait = attentive
                        ? Math.min(nextRound, nextTexts) - now
                        : times.attention().toNanos();
            }
            wait(wait / 1_000_000 + 1);
        }
        return null;
    }

    private @Nullable SyncStep waiting(boolean attentive, long now) {
        if (!urgent.isEmpty()) {
            return SyncStep.of(urgent.removeFirst());
        }
        if (looked != null) {
            SyncStep step = SyncStep.of(looked);
            looked = null;
            return step;
        }
        if (!attentive) {
            return null;
        }
        if (!others.isEmpty()) {
            return SyncStep.of(others.removeFirst());
        }
        if (nextRound - now <= 0) {
            nextRound = now + times.round().toNanos();
            return SyncStep.LIST;
        }
        if (nextTexts - now <= 0) {
            return SyncStep.TEXTS;
        }
        return null;
    }

    private void take(SyncStep step) {
        try {
            if (step.rows() != null) {
                follower.look(
                        step.rows().folder(), step.rows().lowest(), step.rows().highest());
            } else if (step.folder() != null) {
                follow(step.folder());
            } else if (step.texts()) {
                read();
            } else {
                list();
            }
            pause = times.firstPause();
        } catch (MailException e) {
            trouble(step, e);
        } catch (IndexOff e) {
            LOG.log(Level.INFO, "the index is off for a while", e);
            again(step, null, times.longestPause(), false);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a folder is not followed for a while", e);
            skip(step, null);
            pause(pause, false);
        }
    }

    private void list() {
        follower.rest();
        List<Folder> listed = folders.get().stream()
                .filter(folder -> folder.selectable() && folder.mail())
                .toList();
        List<FolderPath> all = listed.stream().map(Folder::path).toList();
        follower.keep(listed);
        texts.keep(listed);
        synchronized (this) {
            others.addAll(all);
            others.removeAll(urgent);
        }
    }

    /** Texts, when there is nothing else to do, and for half of the time at most. */
    private void read() {
        follower.rest();
        long begun = System.nanoTime();
        boolean more = texts.step();
        long now = System.nanoTime();
        synchronized (this) {
            nextTexts = now
                    + (more
                            ? Math.max(times.rest().toNanos(), now - begun)
                            : times.round().toNanos());
        }
    }

    private void follow(FolderPath folder) {
        if (!follower.isUnderWay(folder)) {
            requests.begin(folder);
        }
        boolean more = follower.step(folder);
        synchronized (this) {
            if (more || requests.end(folder)) {
                // Behind what else is urgent, so that new mail elsewhere does not wait for a big folder.
                urgent.addLast(folder);
            } else {
                nextTexts = System.nanoTime();
            }
        }
    }

    private void trouble(SyncStep step, MailException trouble) {
        LOG.log(Level.FINE, "the index waits: {0}", trouble.getMessage());
        switch (trouble) {
            case MailException.Throttled e -> again(step, trouble, e.backoff(), true);
            case MailException.FolderChangedUnderUs e -> again(step, trouble, Duration.ZERO, false);
            case MailException.FolderGone e -> gone(step, trouble);
            case MailException.Refused e -> skip(step, trouble);
            case MailException.Unreadable e -> skip(step, trouble);
            case MailException.LoginRefused e -> again(step, trouble, times.longestPause(), false);
            case MailException.SignInAgain e -> again(step, trouble, times.longestPause(), false);
            case MailException.PasswordsDisabled e -> again(step, trouble, times.longestPause(), false);
            default -> again(step, trouble, pause, false);
        }
    }

    private void again(SyncStep step, @Nullable MailException trouble, Duration after, boolean byServer) {
        FolderPath folder = step.folder();
        if (folder != null) {
            follower.abandon(folder);
            requests.release(folder, trouble);
            synchronized (this) {
                others.addFirst(folder);
            }
        } else if (step.equals(SyncStep.LIST)) {
            arranged();
        }
        pause(after, byServer);
    }

    private void gone(SyncStep step, MailException trouble) {
        if (step.folder() != null) {
            follower.forget(step.folder());
        }
        skip(step, trouble);
    }

    private void skip(SyncStep step, @Nullable MailException trouble) {
        if (step.folder() != null) {
            follower.abandon(step.folder());
            requests.release(step.folder(), trouble);
        }
    }

    private synchronized void pause(Duration length, boolean byServer) {
        throttled = byServer;
        pausedUntil = System.nanoTime() + length.toNanos();
        if (length.equals(pause)) {
            pause = pause.multipliedBy(2).compareTo(times.longestPause()) > 0
                    ? times.longestPause()
                    : pause.multipliedBy(2);
        }
    }
}
