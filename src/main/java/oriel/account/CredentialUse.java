package oriel.account;

import java.util.function.Function;
import java.util.function.Supplier;

/** Gives one account's credentials to one kind of server. */
public interface CredentialUse {

    /**
     * Runs an attempt with the current credentials and, if the server refuses a token, once more with a renewed one. To be
     * repeatable, an attempt signs in before it does anything else.
     *
     * @throws oriel.mail.MailException.LoginRefused if nobody is signed in, or the server refuses a renewed token too
     * @throws oriel.mail.MailException.SignInAgain if the token can't be renewed without the person
     */
    <T> T with(Function<Credentials, T> attempt);

    /** Credentials that are used as they are. */
    static CredentialUse fixed(Supplier<Credentials> credentials) {
        return new CredentialUse() {
            @Override
            public <T> T with(Function<Credentials, T> attempt) {
                return attempt.apply(credentials.get());
            }
        };
    }
}
