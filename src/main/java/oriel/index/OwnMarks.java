package oriel.index;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Sees to it that marks that were set here are not overwritten by those that were read of the server just before: what was
 * read meanwhile is read once more.
 */
final class OwnMarks {

    /** However much is marked meanwhile, what was read is taken then. */
    private static final int MOST_ATTEMPTS = 4;

    private final Lock lock = new ReentrantLock();
    private long changes;

    /** Marks messages in the index, after it was done on the server. */
    void set(Runnable marking) {
        lock.lock();
        try {
            changes++;
            marking.run();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Reads marks of the server and corrects the index by them.
     *
     * @param reading gives what corrects the index
     * @return what the correction tells
     */
    boolean compare(Supplier<BooleanSupplier> reading) {
        for (int attempt = 1; true; attempt++) {
            long before = changes();
            BooleanSupplier correction = reading.get();
            lock.lock();
            try {
                if (changes == before || attempt == MOST_ATTEMPTS) {
                    return correction.getAsBoolean();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private long changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }
}
