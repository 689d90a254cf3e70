package oriel.imap;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.SyncState;

/**
 * Keeps watching one folder of one account, on a virtual thread of its own: by IDLE where the account's pool can spare a
 * connection and the server has it, or else by a look from time to time. Whatever was not watched for a while is compared
 * with what it was like before.
 */
final class WatchedFolder {

    private static final Logger LOG = Logger.getLogger(WatchedFolder.class.getName());

    private static final int MOST_REFUSALS = 3;

    private final Supplier<ImapPool> pool;
    private final FolderPath folder;
    private final WatchTimes times;
    private final Consumer<FolderPath> changed;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Pauses pauses;

    // What the thread knows.
    private @Nullable SyncState before;
    private @Nullable OpenFolder place;
    private boolean idles = true;
    private int refusals;
    private long lastLook = System.nanoTime();

    private volatile @Nullable Watch current;

    /**
     * @param pool the account's pool now
     * @param changed told for each change, maybe often
     */
    WatchedFolder(Supplier<ImapPool> pool, FolderPath folder, WatchTimes times, Consumer<FolderPath> changed) {
        this.pool = pool;
        this.folder = folder;
        this.times = times;
        this.changed = changed;
        this.pauses = new Pauses(times.firstPause(), times.longestPause());
    }

    void start() {
        Thread.ofVirtual().name("imap-watch").start(this::run);
    }

    /** Ends it; returns at once. */
    void stop() {
        stopped.countDown();
        Watch watch = current;
        if (watch != null) {
            watch.giveWay();
        }
    }

    private void run() {
        try {
            // Whoever only passes through a folder does not want it watched, and requests come first.
            Duration pause = times.quiet();
            while (!stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                pause = once();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Watches for a while and says for how long not to. */
    private Duration once() {
        long begun = System.nanoTime();
        try {
            Duration pause = watch();
            pauses.reset();
            return pause;
        } catch (MailException.Throttled e) {
            return missed(e.backoff());
        } catch (MailException.FolderGone e) {
            return missed(times.look());
        } catch (MailException.Refused | MailException.Unreadable e) {
            // It says no to IDLE, or something odd, once it listens.
            idles = ++refusals < MOST_REFUSALS;
            return missed(pauses.next());
        } catch (MailException.LoginRefused | MailException.SignInAgain | MailException.PasswordsDisabled e) {
            // Without new credentials another attempt does not even reach the server.
            return missed(times.longestPause());
        } catch (MailException.NotConnected e) {
            return missed(times.refused());
        } catch (MailException e) {
            pauses.lasted(Duration.ofNanos(System.nanoTime() - begun));
            return missed(pauses.next());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a folder is not watched for a while", e);
            return missed(times.longestPause());
        }
    }

    private Duration missed(Duration pause) {
        before = null;
        place = null;
        return pause;
    }

    private Duration watch() {
        if (idles && listen()) {
            return times.quiet();
        }
        boolean due = System.nanoTime() - lastLook > times.look().toNanos();
        if (due) {
            lastLook = System.nanoTime();
            pool.get().run(null, connection -> compared(FolderState.of(connection, folder)));
        }
        return idles ? times.quiet() : times.look();
    }

    private boolean listen() {
        Watch watch = new Watch(folder, times.refresh(), times.patience());
        current = watch;
        // Either this or stop() sees what the other one has set.
        if (stopped.getCount() == 0) {
            return true;
        }
        boolean listened = pool.get().watch(watch, connection -> listen(connection, watch));
        if (listened) {
            refusals = 0;
            lastLook = System.nanoTime();
        }
        return listened;
    }

    private boolean listen(ImapConnection connection, Watch watch) throws MessagingException {
        if (!watch.begin(connection)) {
            return true;
        }
        if (!connection.has("IDLE")) {
            idles = false;
            return false;
        }
        if (!connection.isAt(folder)
                || place == null
                || !connection.open(folder).equals(place)) {
            compared(FolderState.of(connection, folder));
            place = connection.open(folder);
        }
        connection.telling(this::changed);
        watch.listen(connection.open(folder));
        return true;
    }

    private void changed(FolderPath news) {
        before = null;
        changed.accept(news);
    }

    private boolean compared(SyncState now) {
        // At first something is always told: a page has listed the folder before anybody listened, and STATUS shows no
        // flags.
        boolean same = now.equals(before);
        before = now;
        if (!same) {
            changed.accept(folder);
        }
        return same;
    }
}
