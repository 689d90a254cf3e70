package oriel.imap;

import oriel.account.Credentials;
import oriel.mail.MailException;

/** Opens connections to one mailbox. */
@FunctionalInterface
interface Connector {

    /**
     * A new connection, signed in by one attempt.
     *
     * @throws MailException naming why there is none
     */
    ImapConnection connect(Credentials credentials);
}
