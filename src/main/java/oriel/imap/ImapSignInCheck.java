package oriel.imap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import oriel.account.Account;
import oriel.account.SignInCheck;

/** Signs in to the IMAP server, by one attempt, and looks whether the mailbox really opened. */
@ApplicationScoped
public class ImapSignInCheck implements SignInCheck {

    private final ImapConnector connector;
    private final ImapPools pools;

    @Inject
    public ImapSignInCheck(ImapConnector connector, ImapPools pools) {
        this.connector = connector;
        this.pools = pools;
    }

    @Override
    public void check(Account account) {
        pools.signingIn(account, () -> checked(account));
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
