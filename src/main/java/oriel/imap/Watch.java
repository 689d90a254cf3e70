package oriel.imap;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import oriel.mail.FolderPath;

/** One stay in a folder, listening (IDLE, RFC 2177), until the connection is needed for something else. */
final class Watch {

    private final FolderPath folder;
    private final Duration refresh;
    private final Duration patience;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean ending;
    private boolean listening;
    private @Nullable Idle idle;
    private @Nullable ImapConnection connection;

    /**
     * @param refresh how long one IDLE lasts at most; servers and firewalls forget those who are silent
     * @param patience how long the server may take to let go, before it counts as dead
     */
    Watch(FolderPath folder, Duration refresh, Duration patience) {
        this.folder = folder;
        this.refresh = refresh;
        this.patience = patience;
    }

    FolderPath folder() {
        return folder;
    }

    /** Ends as soon as the server lets it, or with the connection if the server does not answer; returns at once. */
    void giveWay() {
        synchronized (this) {
            if (ending) {
                return;
            }
            ending = true;
            if (idle != null) {
                idle.done();
            }
        }
        Thread.ofVirtual().name("imap-watch-end").start(this::cutIfDeaf);
    }

    /** Finds out whether the server still answers, and goes on listening; returns at once. */
    synchronized void prove() {
        if (idle != null) {
            idle.done();
        }
    }

    synchronized boolean isEnding() {
        return ending;
    }

    synchronized boolean isListening(FolderPath to) {
        return listening && folder.equals(to);
    }

    private void cutIfDeaf() {
        if (!awaitEnd(patience)) {
            cut();
        }
    }

    /** Waits until the connection is somebody else's; false if it is not in time. */
    boolean awaitEnd(Duration longest) {
        try {
            return ended.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private synchronized void cut() {
        if (connection != null) {
            connection.cut();
        }
    }

    /** Whether there is something to do on this connection. */
    synchronized boolean begin(ImapConnection on) {
        connection = on;
        return !ending;
    }

    /** Listens until it has to give way. */
    void listen(OpenFolder to) throws MessagingException {
        for (Idle next = next(to); next != null; next = next(to)) {
            next.run();
        }
    }

    private synchronized @Nullable Idle next(OpenFolder to) {
        // From the first IDLE on nothing of the folder is missed any more.
        listening = !ending;
        idle = ending ? null : new Idle(to, refresh, patience);
        return idle;
    }

    /** Marks the end; the connection is somebody else's from here on. */
    void end() {
        synchronized (this) {
            ending = true;
            listening = false;
            connection = null;
            idle = null;
        }
        ended.countDown();
    }
}
