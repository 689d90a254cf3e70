package oriel.login;

import jakarta.enterprise.context.ApplicationScoped;
import oriel.account.Credentials;
import oriel.account.TokenRefresh;
import oriel.mail.MailException;

/** Asks the provider's token endpoint. */
@ApplicationScoped
public class ProviderTokens implements TokenRefresh {

    @Override
    public Credentials.Token next(Credentials.Token token) {
        throw new MailException.SignInAgain(null);
    }
}
