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

    SignedInStore(Session session) {
        super(session, null);
    }

    /** Keeps a token from being sent as a password, which is what happens if the server offers no XOAUTH2. */
    @Override
    protected void preLogin(IMAPProtocol protocol) throws ProtocolException {
        boolean token = XOAUTH2.equals(session.getProperty("mail.imap.auth.mechanisms"));
        if (token && !protocol.hasCapability("AUTH=" + XOAUTH2)) {
            throw new CommandFailedException("XOAUTH2 is not offered");
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
