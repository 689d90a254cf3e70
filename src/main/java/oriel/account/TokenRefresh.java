package oriel.account;

/** The port that asks the sign-in provider for the next token. */
public interface TokenRefresh {

    /**
     * The next token, by the refresh token of this one, in one attempt.
     *
     * @throws oriel.mail.MailException.SignInAgain if the provider wants to see the person
     * @throws oriel.mail.MailException.ProviderUnreachable if it did not answer, or not as it should
     */
    Credentials.Token next(Credentials.Token token);
}
