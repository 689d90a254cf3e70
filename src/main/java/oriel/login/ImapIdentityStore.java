package oriel.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.OpenIdConfig;
import oriel.account.SignInCheck;
import oriel.mail.AccountId;
import oriel.mail.MailException;

/** Knows people by asking the IMAP server; why it said no is kept in {@link SignInFailure}. */
@ApplicationScoped
public class ImapIdentityStore implements IdentityStore {

    private final SignInCheck server;
    private final SessionAccount session;
    private final SignInFailure failure;
    private final SignInDelay delay;
    private final OpenIdConfig config;
    private final HttpServletRequest request;

    @Inject
    public ImapIdentityStore(
            SignInCheck server,
            SessionAccount session,
            SignInFailure failure,
            SignInDelay delay,
            OpenIdConfig config,
            HttpServletRequest request) {
        this.config = config;
        this.server = server;
        this.session = session;
        this.failure = failure;
        this.delay = delay;
        this.request = request;
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential typed)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        if (!config.passwords()) {
            failure.because(new SignInTrouble(SignInTrouble.Kind.SWITCHED_OFF));
            return CredentialValidationResult.INVALID_RESULT;
        }
        String client = request.getRemoteAddr();
        try {
            delay.check(typed.getCaller(), client);
            Account account = account(typed);
            server.check(account);
            session.signIn(account);
            delay.succeeded(typed.getCaller());
            return new CredentialValidationResult(account.id().value(), Set.of(SignIn.ROLE));
        } catch (MailException.LoginRefused e) {
            delay.failed(typed.getCaller(), client);
            failure.because(e);
            return CredentialValidationResult.INVALID_RESULT;
        } catch (MailException e) {
            failure.because(e);
            return CredentialValidationResult.INVALID_RESULT;
        }
    }

    private static Account account(UsernamePasswordCredential typed) {
        String address = typed.getCaller().strip();
        String password = typed.getPasswordAsString();
        try {
            return new Account(new AccountId(address), new Credentials.Password(address, password));
        } catch (IllegalArgumentException e) {
            throw new MailException.LoginRefused(e);
        }
    }
}
