package oriel.mime;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a broken message, which is shown as far as it goes, from a broken connection, which must never look like one. */
final class ServerTrouble {

    private static final int DEEPEST = 20;

    private ServerTrouble() {}

    /** Throws on what came from the server being gone or busy; returns for all that is wrong with the message itself. */
    static void rethrow(Exception e) throws MessagingException {
        Throwable cause = e;
        for (int i = 0; cause != null && i < DEEPEST; i++) {
            if (isTrouble(cause)) {
                throw e instanceof MessagingException known ? known : new MessagingException("server trouble", e);
            }
            cause = next(cause);
        }
    }

    @Nullable
    private static Throwable next(Throwable e) {
        return e instanceof MessagingException known && known.getNextException() != null
                ? known.getNextException()
                : e.getCause();
    }

    private static boolean isTrouble(Throwable e) {
        return e instanceof FolderClosedException
                || e instanceof StoreClosedException
                || e instanceof MessageRemovedException
                || e instanceof ConnectionException
                || e instanceof SocketException
                || e instanceof SocketTimeoutException
                || e instanceof SSLException
                || e instanceof EOFException
                || e instanceof IOException
                        && e.getCause() != null
                        && e.getCause().getClass() == MessagingException.class
                || isThrottled(e.getMessage());
    }

    /** Outlook.com says so in the text of a plain NO or BAD only. */
    private static boolean isThrottled(@Nullable String message) {
        String text = message == null ? "" : message.toLowerCase(Locale.ROOT);
        return text.contains("throttled") || text.contains("server unavailable");
    }
}
