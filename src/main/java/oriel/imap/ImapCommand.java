package oriel.imap;

import jakarta.mail.MessagingException;
import java.io.IOException;

/** Something to do on one connection, which is nobody else's meanwhile. */
@FunctionalInterface
interface ImapCommand<T> {

    T run(ImapConnection connection) throws MessagingException, IOException;
}
