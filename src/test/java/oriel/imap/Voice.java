package oriel.imap;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** How a scripted server says something to one client: at once, or byte by byte. */
final class Voice implements AutoCloseable {

    private final OutputStream out;
    private final CountDownLatch silenced;
    private final ExecutorService speaker =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    /** @param silenced ends also what is being said */
    Voice(OutputStream out, CountDownLatch silenced) {
        this.out = out;
        this.silenced = silenced;
    }

    /** @param drip the pause between two bytes; zero for none */
    void say(String lines, Duration drip) {
        byte[] bytes = (lines + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        if (drip.isZero()) {
            send(bytes);
        } else {
            speaker.execute(() -> drip(bytes, drip));
        }
    }

    private boolean send(byte... bytes) {
        try {
            out.write(bytes);
            out.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void drip(byte[] bytes, Duration pause) {
        try {
            for (int i = 0; i < bytes.length && send(bytes[i]); i++) {
                if (silenced.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets what is being said come to its end; returns at once. */
    @Override
    public void close() {
        speaker.shutdown();
    }
}
