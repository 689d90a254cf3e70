package oriel.imap;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import oriel.account.Credentials;
import oriel.mail.MailException;

/**
 * An attempt to open one more connection. Whoever needs one at the same time waits for its outcome: many attempts at once
 * with credentials that are refused would lock the account.
 */
final class SignInAttempt {

    private final Credentials credentials;
    private final CompletableFuture<Void> outcome = new CompletableFuture<>();

    SignInAttempt(Credentials credentials) {
        this.credentials = credentials;
    }

    /** @param trouble null if it worked */
    void ended(@Nullable MailException trouble) {
        if (trouble == null) {
            outcome.complete(null);
        } else {
            outcome.completeExceptionally(trouble);
        }
    }

    /**
     * Returns after an attempt that worked, or that says nothing about these credentials.
     *
     * @throws MailException what the attempt with the same credentials ended with
     */
    void await(Credentials same) {
        try {
            outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof MailException why && credentials.equals(same)) {
                throw why;
            }
        }
    }
}
