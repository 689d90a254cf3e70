package oriel.imap;

import java.time.Duration;

/** How much is asked for at once, so that each piece takes about as long as nobody minds to wait. */
final class Pace {

    private static final Duration QUICK = Duration.ofMillis(60);
    private static final Duration SLOW = Duration.ofMillis(300);

    private final long least;
    private long size;
    private long begun;

    /** @param first the size of the first piece */
    Pace(long first) {
        least = Math.max(1, first / 4);
        size = first;
    }

    /** The size of the next piece, by how long the one before it has taken. */
    long next() {
        long now = System.nanoTime();
        if (begun != 0) {
            long taken = now - begun;
            if (taken < QUICK.toNanos()) {
                size *= 4;
            } else if (taken > SLOW.toNanos()) {
                size = Math.max(least, size / 2);
            }
        }
        begun = now;
        return size;
    }
}
