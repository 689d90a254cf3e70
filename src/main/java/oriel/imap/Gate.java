package oriel.imap;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import oriel.account.Credentials;
import oriel.mail.MailException;

/**
 * Keeps an account from annoying its server: no second attempt with credentials that were refused, which would lock the
 * account, and nothing at all while the server asked to be left alone.
 */
final class Gate {

    /** Somebody may have switched IMAP on meanwhile; many attempts would keep the mailbox from opening. */
    private static final Duration NOT_CONNECTED = Duration.ofSeconds(60);

    private final Duration notConnected;
    private @Nullable Credentials refused;
    private @Nullable MailException reason;
    private long reasonEnds;
    private boolean forGood;
    private long openAgain = System.nanoTime();

    Gate() {
        this(NOT_CONNECTED);
    }

    /** @param notConnected how long to remember that the mailbox was not opened */
    Gate(Duration notConnected) {
        this.notConnected = notConnected;
    }

    /**
     * Returns if the server may be asked.
     *
     * @throws MailException.Throttled with the time that is left
     * @throws MailException for the reason that these credentials were refused for before
     */
    synchronized void pass(Credentials credentials) {
        passIfNotPaused();
        if (reason != null && credentials.equals(refused) && (forGood || reasonEnds - System.nanoTime() > 0)) {
            throw reason;
        }
    }

    /** @throws MailException.Throttled with the time that is left */
    synchronized void passIfNotPaused() {
        Duration left = Duration.ofNanos(openAgain - System.nanoTime());
        if (left.isPositive()) {
            throw new MailException.Throttled(left, null);
        }
    }

    synchronized boolean isPaused() {
        return openAgain - System.nanoTime() > 0;
    }

    /** Learns from what the server said to an attempt with these credentials. */
    synchronized void learn(MailException trouble, Credentials credentials) {
        if (trouble == reason) {
            // Told once more to somebody else.
            return;
        }
        switch (trouble) {
            case MailException.Throttled throttled -> pause(throttled);
            case MailException.LoginRefused refusal -> refuse(refusal, credentials, true);
            case MailException.PasswordsDisabled refusal -> refuse(refusal, credentials, true);
            case MailException.NotConnected refusal -> refuse(refusal, credentials, false);
            default -> {
                // Nothing that would be better left alone.
            }
        }
    }

    /** The server took these or other credentials since. */
    synchronized void welcomed() {
        refused = null;
        reason = null;
    }

    /** Leaves the server alone for as long as it asked for. */
    synchronized void pause(MailException.Throttled asked) {
        long until = System.nanoTime() + asked.backoff().toNanos();
        if (until - openAgain > 0) {
            openAgain = until;
        }
    }

    private void refuse(MailException refusal, Credentials credentials, boolean always) {
        refused = credentials;
        reason = refusal;
        forGood = always;
        reasonEnds = System.nanoTime() + notConnected.toNanos();
    }
}
