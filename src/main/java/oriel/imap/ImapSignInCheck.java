package oriel.imap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.concurrent.Semaphore;
import oriel.account.Account;
import oriel.account.SignInCheck;
import oriel.mail.MailException;

/** Signs in to the IMAP server, by one attempt, and looks whether the mailbox really opened. */
@ApplicationScoped
public class ImapSignInCheck implements SignInCheck {

    /** More would take the threads that others need while a server does not answer. */
    private static final int MOST_AT_ONCE = 64;

    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);
    private final ImapConnector connector;
    private final ImapPools pools;

    @Inject
    public ImapSignInCheck(ImapConnector connector, ImapPools pools) {
        this.connector = connector;
        this.pools = pools;
    }

    @Override
    public void check(Account account) {
        if (!turns.tryAcquire()) {
            throw new MailException.Busy();
        }
        try {
            pools.signingIn(account, () -> checked(account));
        } finally {
            turns.release();
        }
    }

    private ImapConnection checked(Account account) {
        ImapConnection connection = connector.connect(account.credentials());
        try {
            // Exchange takes the password first and says "authenticated but not connected" to the next command.
            connection.command(protocol -> protocol.list("", "INBOX"));
            return connection;
        } catch (MessagingException | RuntimeException e) {
            connection.cut();
            throw ImapFailures.translate(e);
        }
    }
}
