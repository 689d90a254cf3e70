package oriel.imap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import oriel.mail.FolderPath;
import oriel.mail.MailException;

/**
 * Who may use one of an account's connections now: as many at a time as there may be connections. Requests come first,
 * in their order; a watch gives its turn back when a request would have to wait; long downloads and what runs in the
 * background leave one turn to others.
 */
final class Turns {

    /** More waiting requests would only hold threads that other accounts need. */
    private static final int MOST_WAITING = 40;

    private static final Duration SLICE = Duration.ofMillis(500);

    private final int size;
    private final Duration longest;
    private final Semaphore turns;
    private final Semaphore downloads;
    private final Semaphore background = new Semaphore(1, true);
    private final Object freed = new Object();

    /** The first one gives way first. */
    private final List<Watch> watches = new ArrayList<>();

    /**
     * @param size turns at a time
     * @param longest how long a turn is waited for
     */
    Turns(int size, Duration longest) {
        this.size = size;
        this.longest = longest;
        this.turns = new Semaphore(size, true);
        this.downloads = new Semaphore(Math.max(1, size - 1), true);
    }

    /** @throws MailException.Busy if there is none in time */
    void take() {
        try {
            if (!turns.tryAcquire(0, TimeUnit.NANOSECONDS)) {
                queue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MailException.Busy();
        }
    }

    private void queue() throws InterruptedException {
        if (turns.getQueueLength() >= MOST_WAITING) {
            throw new MailException.Busy();
        }
        long deadline = System.nanoTime() + longest.toNanos();
        // By slices, because a watch may have come between the asking and the waiting.
        for (long left = longest.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            askForATurn();
            if (turns.tryAcquire(Math.min(left, SLICE.toNanos()), TimeUnit.NANOSECONDS)) {
                return;
            }
        }
        throw new MailException.Busy();
    }

    private void askForATurn() {
        watches().stream().filter(watch -> !watch.isEnding()).findFirst().ifPresent(Watch::giveWay);
    }

    /** A turn if one is free just now. */
    boolean takeIfFree() {
        return turns.tryAcquire();
    }

    void giveBack() {
        turns.release();
        synchronized (freed) {
            freed.notifyAll();
        }
    }

    /**
     * A turn for something short that nobody waits for, one at a time: only while as much as one more is left to requests,
     * for which watches are asked to give way. Requests that come meanwhile go first.
     *
     * @throws MailException.Busy if there is none within so long a time
     */
    void takeInBackground(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            if (!background.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new MailException.Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MailException.Busy();
        }
        boolean taken = false;
        try {
            taken = awaitSpareTurn(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!taken) {
                background.release();
            }
        }
        if (!taken) {
            throw new MailException.Busy();
        }
    }

    private boolean awaitSpareTurn(long deadline) throws InterruptedException {
        synchronized (freed) {
            while (!takeSpare()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                askForSpareTurn();
                freed.wait(Math.min(left, SLICE.toMillis()));
            }
        }
        return true;
    }

    private boolean takeSpare() {
        return !turns.hasQueuedThreads() && turns.availablePermits() >= Math.min(2, size) && turns.tryAcquire();
    }

    private void askForSpareTurn() {
        long ending = watches().stream().filter(Watch::isEnding).count();
        if (turns.availablePermits() + ending < Math.min(2, size)) {
            askForATurn();
        }
    }

    void giveBackBackground() {
        background.release();
        giveBack();
    }

    /**
     * Like {@link #take}, for what may last long.
     *
     * @throws MailException.Busy if there is none in time
     */
    void takeToDownload() {
        try {
            if (downloads.getQueueLength() >= MOST_WAITING
                    || !downloads.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new MailException.Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MailException.Busy();
        }
        try {
            take();
        } catch (MailException e) {
            downloads.release();
            throw e;
        }
    }

    void giveBackDownload() {
        giveBack();
        downloads.release();
    }

    /** A turn for a watch, if it is allowed one and nobody else wants it. */
    boolean takeToWatch(Watch watch) {
        if (!watch.folder().isInbox() && size < 3) {
            // Two watches would leave nothing for requests.
            return false;
        }
        synchronized (watches) {
            // Before the turn is taken, so that whoever finds none left knows whom to ask.
            watches.add(watch.folder().isInbox() ? watches.size() : 0, watch);
        }
        boolean last = background.availablePermits() == 0 && turns.availablePermits() < 2;
        if (!last && !turns.hasQueuedThreads() && turns.tryAcquire()) {
            return true;
        }
        forget(watch);
        return false;
    }

    void giveBack(Watch watch) {
        forget(watch);
        giveBack();
    }

    private List<Watch> watches() {
        synchronized (watches) {
            return List.copyOf(watches);
        }
    }

    private void forget(Watch watch) {
        synchronized (watches) {
            watches.remove(watch);
        }
    }

    /** Has all watches find out whether their connections live; returns at once. */
    void proveWatches() {
        watches().forEach(Watch::prove);
    }

    /** Ends the watches of these folders, and waits until they have let go, though not for long. */
    void endWatches(Predicate<FolderPath> folders) {
        List<Watch> ending =
                watches().stream().filter(watch -> folders.test(watch.folder())).toList();
        ending.forEach(Watch::giveWay);
        ending.forEach(watch -> watch.awaitEnd(SLICE.multipliedBy(2)));
    }

    /** Whether any folder is being listened to. */
    boolean isAnyWatched() {
        synchronized (watches) {
            return !watches.isEmpty();
        }
    }

    /** Whether a folder is being listened to at this moment. */
    boolean isWatched(FolderPath folder) {
        synchronized (watches) {
            return watches.stream().anyMatch(watch -> watch.isListening(folder));
        }
    }
}
