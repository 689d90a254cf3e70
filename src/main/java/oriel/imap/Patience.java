package oriel.imap;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long a server is waited for: not only for the next byte, as sockets count it, but for an answer as a whole, so that
 * one which comes byte by byte ends some time. What has come already earns more time, at a rate that every honest line
 * is faster than. Only waiting counts, not what is done with the bytes meanwhile.
 */
final class Patience {

    /** Bytes a second. */
    private static final long SLOWEST = 1024;

    private static final long FOR_EVER = Long.MAX_VALUE;

    private long most = FOR_EVER;
    private long waited;
    private long received;
    private boolean total;
    private long begun;

    /** Every answer may take as long from now on. */
    synchronized void perAnswer(Duration time) {
        most = time.toNanos();
        total = false;
        asked();
    }

    /** All answers together may take as long from now on. */
    synchronized void altogether(Duration time) {
        most = time.toNanos();
        total = true;
        begun = System.nanoTime();
    }

    /** The server may be silent for as long as it likes. */
    synchronized void unlimited() {
        most = FOR_EVER;
    }

    /** Something was sent, so that the next answer is waited for. */
    synchronized void asked() {
        waited = 0;
        received = 0;
    }

    /** Some bytes of an answer came after some time. */
    synchronized void answered(long bytes, long nanos) {
        waited += nanos;
        received += Math.max(0, bytes);
    }

    /**
     * For how long the next bytes may be waited for, in milliseconds as sockets take it: 0 is for ever.
     *
     * @throws SocketTimeoutException if it has been long enough
     */
    synchronized int left() throws SocketTimeoutException {
        if (most == FOR_EVER) {
            return 0;
        }
        long earned = TimeUnit.SECONDS.toNanos(received) / SLOWEST;
        long left = total ? most - (System.nanoTime() - begun) : most + earned - waited;
        if (left <= 0) {
            throw new SocketTimeoutException("Read timed out");
        }
        long longest = Math.min(left, most);
        return (int) Math.clamp(TimeUnit.NANOSECONDS.toMillis(longest), 1, Integer.MAX_VALUE);
    }
}
