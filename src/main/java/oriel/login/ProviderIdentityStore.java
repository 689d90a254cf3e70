package oriel.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;
import oriel.account.SignInCheck;
import oriel.login.SignInTrouble.Kind;
import oriel.mail.AccountId;
import oriel.mail.MailException;

/** Knows people by asking the provider, and then the IMAP server whether it takes the provider's word. */
@ApplicationScoped
public class ProviderIdentityStore implements IdentityStore {

    private final OpenIdSignIn provider;
    private final SignInCheck server;
    private final SessionAccount session;
    private final SignInFailure failure;

    @Inject
    public ProviderIdentityStore(
            OpenIdSignIn provider, SignInCheck server, SessionAccount session, SignInFailure failure) {
        this.provider = provider;
        this.server = server;
        this.session = session;
        this.failure = failure;
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof OpenIdSignIn.Code code)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        try {
            OpenIdSignIn.Vouched vouched = provider.redeem(code);
            if (code.begun().isAgain() && isSomebodyElses(vouched.account().id())) {
                throw new SignInTrouble(Kind.OTHER_ACCOUNT);
            }
            server.check(vouched.account());
            session.signIn(vouched.account(), vouched.identity().getParsedString());
            return new CredentialValidationResult(vouched.account().id().value(), Set.of(SignIn.ROLE));
        } catch (SignInTrouble e) {
            failure.because(e);
        } catch (MailException.LoginRefused | MailException.SignInAgain e) {
            failure.because(new SignInTrouble(Kind.MAILBOX_REFUSED, e));
        } catch (MailException e) {
            failure.because(e);
        }
        return CredentialValidationResult.INVALID_RESULT;
    }

    /** Other pages of this browser may be at work in somebody else's name. */
    private boolean isSomebodyElses(AccountId id) {
        return session.isSignedIn() && !session.id().equals(id);
    }
}
