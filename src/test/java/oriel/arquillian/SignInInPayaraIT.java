package oriel.arquillian;

import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import oriel.account.SignedInAccounts;
import oriel.login.SessionAccount;
import oriel.login.SignIn;
import oriel.login.SignInFailure;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.MailStores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Signing in, the session and the pool as Payara's own Jakarta Security, CDI and Config put them together. */
@ExtendWith(ArquillianExtension.class)
class SignInInPayaraIT {

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private SignInFailure failure;

    @Inject
    private SessionAccount session;

    @Inject
    private SignedInAccounts accounts;

    @Inject
    private MailStore store;

    @Inject
    private MailStores others;

    @Deployment
    static WebArchive war() {
        return Wars.withMailServer();
    }

    @AfterEach
    void signOut() {
        session.signOut();
    }

    @Test
    void theIdentityStoreAsksTheMailServer() {
        CredentialValidationResult right = signIn(GreenMailConfig.PASSWORD);

        assertEquals(Status.VALID, right.getStatus());
        assertEquals(Set.of(SignIn.ROLE), right.getCallerGroups());
        assertTrue(session.isSignedIn());
    }

    @Test
    void aWrongPasswordLeavesNobodySignedIn() {
        CredentialValidationResult wrong = signIn("wrong");

        assertEquals(Status.INVALID, wrong.getStatus());
        assertInstanceOf(MailException.LoginRefused.class, failure.reason().orElseThrow());
        assertFalse(session.isSignedIn());
    }

    @Test
    void theSessionsStoreIsTheSignedInAccounts() {
        signIn(GreenMailConfig.PASSWORD);

        assertEquals(0, store.status(FolderPath.INBOX).messages());
        assertTrue(store.folders().stream().anyMatch(folder -> folder.path().isInbox()));
    }

    @Test
    void workBesideTheSessionReachesTheMailUntilTheLastSignOut() {
        AccountId ada = new AccountId(GreenMailConfig.ADA);
        signIn(GreenMailConfig.PASSWORD);
        MailStore beside = others.of(ada);
        assertEquals(0, beside.status(FolderPath.INBOX).messages());

        session.signOut();

        assertThrows(MailException.LoginRefused.class, () -> accounts.get(ada));
        assertThrows(MailException.LoginRefused.class, () -> beside.status(FolderPath.INBOX));
    }

    private CredentialValidationResult signIn(String password) {
        return stores.validate(new UsernamePasswordCredential(GreenMailConfig.ADA, password));
    }
}
