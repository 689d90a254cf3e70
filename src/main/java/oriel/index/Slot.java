package oriel.index;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One account's place among the open indexes: opens it, shares it, closes it, and switches it off after trouble. */
final class Slot {

    private static final Logger LOG = Logger.getLogger(Slot.class.getName());
    private static final Duration OFF = Duration.ofMinutes(1);

    private final Path folder;
    private final Disk disk;
    private final LongSupplier nanos;
    /** Read: the index is in use. Write: it is opened or closed. */
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    private final Followed followed = new Followed();

    private volatile @Nullable AccountIndex index;
    private volatile long lastUsed;
    private volatile boolean off;
    private volatile long offSince;
    private volatile boolean gone;

    Slot(Path folder, Disk disk, LongSupplier nanos) {
        this.folder = folder;
        this.disk = disk;
        this.nanos = nanos;
        this.lastUsed = nanos.getAsLong();
    }

    /** Something that is done with an open index. */
    @FunctionalInterface
    interface Use<T> {
        T of(AccountIndex index) throws IOException;
    }

    /**
     * Uses the index, opened if it is not.
     *
     * @param make whether it is made if there is none
     * @return null if there is none
     * @throws IndexOff if it can't be used now
     */
    <T> @Nullable T use(boolean make, Use<T> use) {
        lastUsed = nanos.getAsLong();
        AccountIndex used = null;
        try {
            lockOpen(make);
            try {
                used = index;
                return used == null ? null : use.of(used);
            } finally {
                lock.readLock().unlock();
            }
        } catch (IOException | RuntimeException e) {
            throw off(used, e);
        }
    }

    /** Returns with the lock for reading. */
    private void lockOpen(boolean make) throws IOException {
        lock.readLock().lock();
        if (index != null) {
            return;
        }
        lock.readLock().unlock();
        lock.writeLock().lock();
        try {
            if (index == null && !gone && !isOff() && (make || Files.isDirectory(folder))) {
                index = AccountIndex.open(disk.open(folder), followed);
                Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
            }
            lock.readLock().lock();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private boolean isOff() {
        if (off && nanos.getAsLong() - offSince > OFF.toNanos()) {
            off = false;
        }
        return off;
    }

    private IndexOff off(@Nullable AccountIndex used, Exception failure) {
        if (failure instanceof IndexOff known) {
            return known;
        }
        Trouble trouble = Trouble.of(failure);
        if (trouble == Trouble.OURS) {
            LOG.log(Level.SEVERE, "The index was asked for something it can't do", failure);
            return new IndexOff("the index can't do that", failure);
        }
        lock.writeLock().lock();
        try {
            if (index == used) {
                LOG.log(Level.WARNING, "An index is {0} and is opened again later: {1}", new Object[] {trouble, failure
                });
                followed.clear();
                abandon();
                if (trouble == Trouble.BROKEN) {
                    IndexFolder.delete(folder);
                } else if (!(failure instanceof ClosedByInterruptException)) {
                    switchOff();
                }
            }
        } catch (IOException e) {
            switchOff();
        } finally {
            lock.writeLock().unlock();
        }
        return new IndexOff("the index is switched off", failure);
    }

    private void switchOff() {
        off = true;
        offSince = nanos.getAsLong();
    }

    private void abandon() {
        AccountIndex abandoned = index;
        index = null;
        if (abandoned != null) {
            try {
                abandoned.abandon();
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.FINE, "An index could not be closed", e);
            }
        }
    }

    /** Does something with the index if it is open; nothing is thrown, trouble is dealt with. */
    void ifOpen(Use<?> use) {
        if (!lock.readLock().tryLock()) {
            return;
        }
        AccountIndex used = index;
        try {
            if (used != null) {
                use.of(used);
            }
        } catch (IOException | RuntimeException e) {
            lock.readLock().unlock();
            off(used, e);
            return;
        }
        lock.readLock().unlock();
    }

    boolean isOpen() {
        return index != null;
    }

    long lastUsed() {
        return lastUsed;
    }

    Path folder() {
        return folder;
    }

    /** Closes the index without losing anything, unless somebody uses it at the moment; no later use but by a new slot. */
    boolean closeUnused() {
        if (!lock.writeLock().tryLock()) {
            return false;
        }
        try {
            close();
            gone = true;
            return true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Closes the index as soon as nobody uses it; for good. */
    void closeUsed() {
        lock.writeLock().lock();
        try {
            close();
            gone = true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Whether another slot has to be used. */
    boolean gone() {
        return gone;
    }

    private void close() {
        AccountIndex closed = index;
        index = null;
        if (closed != null) {
            try {
                closed.close();
            } catch (IOException | RuntimeException e) {
                followed.clear();
                LOG.log(Level.WARNING, "An index lost what was written last: {0}", e.toString());
            }
        }
    }

    /** Deletes all of it, as soon as nobody uses it. */
    void delete() throws IOException {
        lock.writeLock().lock();
        try {
            gone = true;
            followed.clear();
            abandon();
            IndexFolder.delete(folder);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
