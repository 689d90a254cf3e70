package oriel.imap;

import java.util.function.Function;
import oriel.mail.MailException;
import oriel.mail.Owner;

/**
 * The mailboxes that an account can open, each by its owner.
 *
 * @param opened the mailbox of an owner; throws {@link MailException.FolderGone} for one that is not offered
 */
record Mailboxes<M>(Function<Owner, M> opened) {

    <T> T at(Owner owner, Function<M, T> action) {
        M mailbox = opened.apply(owner);
        if (owner.isSelf()) {
            return action.apply(mailbox);
        }
        try {
            return action.apply(mailbox);
        } catch (MailException.LoginRefused | MailException.PasswordsDisabled | MailException.NotConnected e) {
            // Told as it is, it would send people to the sign-in page, though their own mailbox is open.
            throw new MailException.MailboxRefused(e);
        }
    }
}
