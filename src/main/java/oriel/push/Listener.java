package oriel.push;

import java.io.Serializable;
import java.util.UUID;
import oriel.mail.AccountId;

/**
 * The open pages of one browser session, as long as one account is signed in there.
 *
 * @param session made anew for every sign-in, so that whoever signs in next in the same browser hears nothing of this one
 */
public record Listener(AccountId account, UUID session) implements Serializable {

    static Listener of(AccountId account) {
        return new Listener(account, UUID.randomUUID());
    }
}
