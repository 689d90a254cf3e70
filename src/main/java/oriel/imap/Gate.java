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

    private @Nullable Credentials refused;
    private @Nullable MailException reason;
    private long openAgain = System.nanoTime();

    /**
     * Returns if the server may be asked.
     *
     * @throws MailException.Throttled with the time that is left
     * @throws MailException for the reason that these credentials were refused for before
     */
    synchronized void pass(Credentials credentials) {
        Duration left = Duration.ofNanos(openAgain - System.nanoTime());
        if (left.isPositive()) {
            throw new MailException.Throttled(left, null);
        }
        if (reason != null && credentials.equals(refused)) {
            throw reason;
        }
    }

    /** Learns from what the server said to an attempt with these credentials. */
    synchronized void learn(MailException trouble, Credentials credentials) {
        switch (trouble) {
            case MailException.Throttled throttled ->
                openAgain = System.nanoTime() + throttled.backoff().toNanos();
            case MailException.LoginRefused refusal -> refuse(refusal, credentials);
            case MailException.PasswordsDisabled refusal -> refuse(refusal, credentials);
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

    private void refuse(MailException refusal, Credentials credentials) {
        refused = credentials;
        reason = refusal;
    }
}
