package oriel.login;

import java.io.File;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.Limits;
import oriel.account.SessionKey;
import oriel.account.SessionLeft;
import oriel.account.SignedInAccounts;
import oriel.account.SignedOut;
import oriel.fixture.RecordedEvents;
import oriel.mail.AccountId;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SessionAccountTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final AccountId GRACE = new AccountId("grace@oriel.test");

    private final RecordedEvents events = new RecordedEvents();
    private final RecordedEvents left = new RecordedEvents();
    private final SignedInAccounts accounts = new SignedInAccounts(events.of(SignedOut.class));

    @Test
    void holdsTheAccountUntilItSignsOut() {
        SessionAccount session = session(Duration.ofHours(1));

        session.signIn(account(ADA, "old"));
        assertThat(session.isSignedIn()).isTrue();
        assertThat(session.id()).isEqualTo(ADA);
        session.signOut();

        assertThat(session.isSignedIn()).isFalse();
        assertThatExceptionOfType(MailException.LoginRefused.class).isThrownBy(session::id);
        assertThat(events.fired).containsExactly(new SignedOut(ADA));
    }

    @Test
    void disturbsNothingBySigningInAgainToTheSameAccount() {
        SessionAccount session = session(Duration.ofHours(1));

        session.signIn(account(ADA, "old"));
        session.signIn(account(ADA, "new"));

        assertThat(events.fired).isEmpty();
        assertThat(accounts.get(ADA).credentials())
                .isEqualTo(account(ADA, "new").credentials());
        session.signOut();
        assertThat(events.fired).containsExactly(new SignedOut(ADA));
    }

    @Test
    void leavesTheOldAccountForAnother() {
        SessionAccount session = session(Duration.ofHours(1));

        session.signIn(account(ADA, "old"));
        session.signIn(account(GRACE, "old"));

        assertThat(session.id()).isEqualTo(GRACE);
        assertThat(events.fired).containsExactly(new SignedOut(ADA));
    }

    @Test
    void endsAtTheLatestWhenItsTimeIsOverAndKeepsNothing() {
        SessionAccount session = session(Duration.ZERO);

        session.signIn(account(ADA, "old"));

        assertThat(session.isSignedIn()).isFalse();
        assertThat(events.fired).containsExactly(new SignedOut(ADA));
        assertThatExceptionOfType(MailException.LoginRefused.class).isThrownBy(() -> accounts.get(ADA));
    }

    @Test
    void tellsOfLeavingOnceAndNotOfSigningInAgain() {
        SessionAccount session = session(Duration.ofHours(1));

        session.signIn(account(ADA, "old"));
        session.signIn(account(ADA, "new"));
        assertThat(left.fired).isEmpty();
        session.signIn(account(GRACE, "other"));
        assertThat(left.fired).hasSize(1);
        session.signOut();
        session.signOut();

        assertThat(left.fired).hasSize(2);
    }

    private SessionAccount session(Duration longest) {
        Limits limits = new Limits(Duration.ofHours(1), longest, 1, new File("."));
        return new SessionAccount(
                accounts, new CredentialSeal(SessionKey.random()), limits, left.of(SessionLeft.class));
    }

    private static Account account(AccountId id, String password) {
        return new Account(id, new Credentials.Password(id.value(), password));
    }
}
