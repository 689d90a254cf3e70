package oriel.login;

import java.io.File;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.CredentialsRenewed;
import oriel.account.Limits;
import oriel.account.SessionKey;
import oriel.account.SessionLeft;
import oriel.account.SignedInAccounts;
import oriel.account.SignedOut;
import oriel.fixture.RecordedEvents;
import oriel.fixture.Tokens;
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
    private CredentialSeal seal = new CredentialSeal(SessionKey.random());

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
    void endsWhenNobodyUsedItForTooLong() {
        SessionAccount session = session(Duration.ZERO, Duration.ofHours(1));

        session.signIn(account(ADA, "old"));
        session.touch();

        assertThat(session.isSignedIn()).isFalse();
        assertThat(events.fired).containsExactly(new SignedOut(ADA));
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

    @Test
    void letsAnotherNodeGoOnWithTheNewestToken() throws Exception {
        SessionAccount session = session(Duration.ofHours(1));
        session.signIn(new Account(ADA, Tokens.token(ADA.value(), "old")));
        Credentials renewed = Tokens.token(ADA.value(), "new");
        accounts.signedIn(new Account(ADA, renewed));

        session.renewed(new CredentialsRenewed(ADA));

        SignedInAccounts elsewhere = new SignedInAccounts(events.of(SignedOut.class));
        SessionAccount copy = copy(session, elsewhere);
        assertThat(copy.isSignedIn()).isTrue();
        assertThat(elsewhere.get(ADA).credentials()).isEqualTo(renewed);
    }

    @Test
    void keepsUpWithItsAccountsOtherSessionsAtEveryRequest() throws Exception {
        SessionAccount session = session(Duration.ofHours(1));
        session.signIn(account(ADA, "old"));
        session(Duration.ofHours(1)).signIn(account(ADA, "new"));

        session.isSignedIn();

        SignedInAccounts elsewhere = new SignedInAccounts(events.of(SignedOut.class));
        copy(session, elsewhere).id();
        assertThat(elsewhere.get(ADA)).isEqualTo(account(ADA, "new"));
    }

    @Test
    void bringsNothingOldFromAnotherNode() throws Exception {
        SessionAccount session = session(Duration.ofHours(1));
        session.signIn(account(ADA, "old"));
        SignedInAccounts elsewhere = new SignedInAccounts(events.of(SignedOut.class));
        elsewhere.signedIn(account(ADA, "new"));

        copy(session, elsewhere).id();

        assertThat(elsewhere.get(ADA)).isEqualTo(account(ADA, "new"));
    }

    @Test
    void isSignedOutWhenItsKeyIsGone() throws Exception {
        SessionAccount session = session(Duration.ofHours(1));
        session.signIn(account(ADA, "old"));
        seal = new CredentialSeal(SessionKey.random());

        SessionAccount copy = copy(session, new SignedInAccounts(events.of(SignedOut.class)));

        assertThat(copy.isSignedIn()).isFalse();
    }

    /** As session replication does it: only what is serialized gets over, what is injected is the other node's. */
    private SessionAccount copy(SessionAccount session, SignedInAccounts elsewhere) throws Exception {
        SessionAccount copy =
                new SessionAccount(elsewhere, seal, limits(Duration.ofHours(1)), left.of(SessionLeft.class));
        for (String name : List.of("id", "sealed", "since", "used")) {
            Field field = SessionAccount.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(copy, field.get(session));
        }
        return copy;
    }

    private static Limits limits(Duration longest) {
        return new Limits(Duration.ofHours(1), longest, 1, new File("."));
    }

    private SessionAccount session(Duration longest) {
        return session(Duration.ofHours(1), longest);
    }

    private SessionAccount session(Duration idle, Duration longest) {
        Limits limits = new Limits(idle, longest, 1, new File("."));
        return new SessionAccount(accounts, seal, limits, left.of(SessionLeft.class));
    }

    private static Account account(AccountId id, String password) {
        return new Account(id, new Credentials.Password(id.value(), password));
    }
}
