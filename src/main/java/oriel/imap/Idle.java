package oriel.imap;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.jspecify.annotations.Nullable;

/**
 * One IDLE command (RFC 2177). Jakarta Mail's own waits in vain if the server says no to it, and blocks with locks held,
 * which holds up other virtual threads before Java 24.
 */
final class Idle {

    private final OpenFolder folder;
    private final Duration longest;
    private final Duration patience;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable IMAPProtocol listening;
    private boolean done;

    /**
     * @param longest after which it ends by itself
     * @param patience how long the server may take to let go then, before it counts as dead
     */
    Idle(OpenFolder folder, Duration longest, Duration patience) {
        this.folder = folder;
        this.longest = longest;
        this.patience = patience;
    }

    /** Listens until {@link #done} or until it has lasted long enough; the folder hears what the server says. */
    void run() throws MessagingException {
        Thread.ofVirtual().name("imap-idle-timer").start(this::endInTime);
        try {
            IMAPProtocol protocol = folder.command(each -> each);
            String tag = folder.command(Idle::begin);
            Response response = next(protocol);
            while (!response.isTagged() || !tag.equals(response.getTag())) {
                hear(protocol, response);
                response = next(protocol);
            }
            Response answer = response;
            folder.command(Protocol.doing(each -> each.handleResult(answer)));
        } finally {
            end();
        }
    }

    private static String begin(IMAPProtocol protocol) throws ProtocolException {
        try {
            return protocol.writeCommand("IDLE", null);
        } catch (IOException e) {
            throw new ConnectionException(protocol, Response.byeResponse(e));
        }
    }

    /** What comes next, without any lock held. */
    private static Response next(IMAPProtocol protocol) {
        while (true) {
            try {
                return protocol.readResponse();
            } catch (IOException e) {
                return Response.byeResponse(e);
            } catch (ProtocolException e) {
                // Makes no sense, and so it is passed over.
                continue;
            }
        }
    }

    private void hear(IMAPProtocol protocol, Response response) throws MessagingException {
        folder.folder().hear(protocol, response);
        if (response.isBYE()) {
            @Nullable Exception cause = response.getException();
            throw new MessagingException("lost", cause != null ? cause : new ConnectionException(protocol, response));
        }
        if (response.isContinuation()) {
            listen(protocol);
        }
    }

    /** The server waits for DONE from here on; what it says may have come before. */
    private synchronized void listen(IMAPProtocol protocol) {
        folder.connection().expectSilence();
        listening = protocol;
        if (done) {
            protocol.idleAbort();
        }
    }

    /** Asks the server to let go; if it does not answer, the connection is cut. Returns at once. */
    synchronized void done() {
        if (!done && listening != null) {
            listening.idleAbort();
        }
        done = true;
        asked.countDown();
    }

    /** From here on a DONE would be taken for the next command. */
    private synchronized void end() {
        listening = null;
        over.countDown();
        asked.countDown();
        folder.connection().expectAnswers();
    }

    private void endInTime() {
        try {
            if (!asked.await(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                done();
            }
            if (!over.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                folder.connection().cut();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
