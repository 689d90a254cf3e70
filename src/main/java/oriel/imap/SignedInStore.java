package oriel.imap;

import jakarta.mail.Session;
import java.io.IOException;
import java.util.Objects;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.jspecify.annotations.Nullable;

/** Jakarta Mail's store of one connection, whose folders are {@link SelectedFolder}s. */
final class SignedInStore extends IMAPStore {

    static final String XOAUTH2 = "XOAUTH2";
    static final String PLAIN = "PLAIN";

    SignedInStore(Session session) {
        super(session, null);
    }

    /**
     * Keeps LOGIN from being tried if the server does not offer the one mechanism that will do: it would send a token as a
     * password, or open the user's own mailbox in place of a shared one.
     */
    @Override
    protected void preLogin(IMAPProtocol protocol) throws ProtocolException {
        String mechanism = session.getProperty("mail.imap.auth.mechanisms");
        boolean only = XOAUTH2.equals(mechanism) || PLAIN.equals(mechanism);
        if (only && !protocol.hasCapability("AUTH=" + mechanism)) {
            throw new CommandFailedException(mechanism + " is not offered");
        }
    }

    @Override
    protected IMAPProtocol newIMAPProtocol(String host, int port) throws IOException, ProtocolException {
        return new CarefulProtocol(name, host, port, session.getProperties(), isSSL, logger);
    }

    @Override
    protected IMAPFolder newIMAPFolder(String name, char separator, @Nullable Boolean namespace) {
        return new SelectedFolder(name, separator, this, Objects.requireNonNullElse(namespace, false));
    }
}
