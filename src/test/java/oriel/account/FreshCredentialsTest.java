package oriel.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.account.Credentials.Token;
import oriel.fixture.RecordedEvents;
import oriel.mail.AccountId;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FreshCredentialsTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final RecordedEvents events = new RecordedEvents();
    private final SignedInAccounts accounts = new SignedInAccounts(events.of(SignedOut.class));
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AtomicInteger asked = new AtomicInteger();
    private Function<Token, Token> provider = this::next;
    private final FreshCredentials credentials = new FreshCredentials(
            accounts,
            token -> {
                asked.incrementAndGet();
                return provider.apply(token);
            },
            events.of(CredentialsRenewed.class),
            now::get);
    private final Token first = token("access-0", "refresh-0");

    @BeforeEach
    void signIn() {
        accounts.signedIn(new Account(ADA, first));
    }

    private Token token(String access, String refresh) {
        return new Token(ADA.value(), access, refresh, now.get(), now.get().plus(HOUR));
    }

    private Token next(Token old) {
        return token("access-" + asked, "refresh-" + asked);
    }

    @Test
    void usesATokenAsItIsWhileItIsGood() {
        now.set(START.plus(Duration.ofMinutes(54)));

        assertThat(credentials.get(ADA)).isSameAs(first);
        assertThat(asked).hasValue(0);
    }

    @Test
    void renewsATokenBeforeItExpiresAndKeepsTheNewOne() {
        now.set(START.plus(Duration.ofMinutes(55)));

        Credentials renewed = credentials.get(ADA);

        assertThat(renewed).isEqualTo(token("access-1", "refresh-1"));
        assertThat(accounts.get(ADA).credentials()).isEqualTo(renewed);
        assertThat(credentials.get(ADA)).isEqualTo(renewed);
        assertThat(asked).hasValue(1);
        assertThat(events.fired).containsExactly(new CredentialsRenewed(ADA));
    }

    @Test
    void renewsShortLivedTokensLateInTheirLife() {
        Token brief = new Token(ADA.value(), "a", "r", START, START.plusSeconds(60));

        assertThat(brief.isDue(START.plusSeconds(44))).isFalse();
        assertThat(brief.isDue(START.plusSeconds(45))).isTrue();
    }

    @Test
    void survivesClocksThatJump() {
        now.set(START.minus(Duration.ofDays(1)));
        credentials.get(ADA);
        now.set(START.plus(Duration.ofDays(1)));
        credentials.get(ADA);
        credentials.get(ADA);

        assertThat(asked).hasValue(2);
        assertThat(credentials.get(ADA)).isEqualTo(token("access-2", "refresh-2"));
    }

    @Test
    void renewsARefusedTokenAndTriesOnceMore() {
        List<String> tried = new ArrayList<>();

        String result = credentials.of(ADA, "imap").with(current -> {
            tried.add(((Token) current).accessToken());
            if (current.equals(first)) {
                throw new MailException.LoginRefused(null);
            }
            return "in";
        });

        assertThat(result).isEqualTo("in");
        assertThat(tried).containsExactly("access-0", "access-1");
    }

    @Test
    void doesNotRenewAgainWhatWasRefusedAfterBeingRenewed() {
        CredentialUse imap = credentials.of(ADA, "imap");
        AtomicInteger tried = new AtomicInteger();

        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(MailException.LoginRefused.class)
                    .isThrownBy(() -> imap.with(current -> refuse(tried)));
        }

        assertThat(asked).hasValue(1);
        assertThat(tried).hasValue(4);
    }

    @Test
    void doesNotHoldARefusalAgainstAnotherServer() {
        AtomicInteger tried = new AtomicInteger();
        assertThatExceptionOfType(MailException.LoginRefused.class)
                .isThrownBy(() -> credentials.of(ADA, "smtp").with(current -> refuse(tried)));

        assertThatExceptionOfType(MailException.LoginRefused.class)
                .isThrownBy(() -> credentials.of(ADA, "imap").with(current -> refuse(tried)));

        assertThat(asked).hasValue(2);
    }

    private static String refuse(AtomicInteger tried) {
        tried.incrementAndGet();
        throw new MailException.LoginRefused(null);
    }

    @Test
    void neverRenewsAPassword() {
        accounts.signedIn(new Account(ADA, new Credentials.Password(ADA.value(), "secret")));
        AtomicInteger tried = new AtomicInteger();

        assertThatExceptionOfType(MailException.LoginRefused.class)
                .isThrownBy(() -> credentials.of(ADA, "imap").with(current -> refuse(tried)));

        assertThat(asked).hasValue(0);
        assertThat(tried).hasValue(1);
    }

    @Test
    void asksTheProviderOnceForAllThreads() throws Exception {
        now.set(START.plus(HOUR));
        CountDownLatch answer = new CountDownLatch(1);
        provider = token -> {
            await(answer);
            return next(token);
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Credentials>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(threads.submit(() -> credentials.get(ADA)));
            }
            answer.countDown();

            for (Future<Credentials> each : all) {
                assertThat(each.get()).isEqualTo(token("access-1", "refresh-1"));
            }
        }
        assertThat(asked).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void remembersThatTheProviderWantsToSeeThePerson() {
        now.set(START.plus(HOUR));
        provider = token -> {
            throw new MailException.SignInAgain(null);
        };

        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(MailException.SignInAgain.class).isThrownBy(() -> credentials.get(ADA));
        }

        assertThat(asked).hasValue(1);
        Token again = token("access-new", "refresh-new");
        accounts.signedIn(new Account(ADA, again));
        assertThat(credentials.get(ADA)).isEqualTo(again);
    }

    @Test
    void goesOnWhileTheProviderIsAwayAndLeavesItAlone() {
        provider = token -> {
            throw new MailException.ProviderUnreachable(null);
        };
        now.set(START.plus(Duration.ofMinutes(56)));

        assertThat(credentials.get(ADA)).isSameAs(first);
        assertThat(credentials.get(ADA)).isSameAs(first);
        now.set(START.plus(HOUR));
        assertThat(credentials.get(ADA)).isSameAs(first);
        assertThatExceptionOfType(MailException.ProviderUnreachable.class)
                .isThrownBy(() -> credentials.of(ADA, "imap").with(current -> refuse(new AtomicInteger())));
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksForSigningInWhereThereIsNoRefreshToken() {
        accounts.signedIn(new Account(ADA, new Token(ADA.value(), "a", null, START, START.plus(HOUR))));
        now.set(START.plus(HOUR));

        assertThatExceptionOfType(MailException.SignInAgain.class).isThrownBy(() -> credentials.get(ADA));
        assertThat(asked).hasValue(0);
    }

    @Test
    void keepsWhatSomebodySignedInWithMeanwhile() {
        now.set(START.plus(HOUR));
        Token fresh = token("access-fresh", "refresh-fresh");
        provider = token -> {
            accounts.signedIn(new Account(ADA, fresh));
            return next(token);
        };

        assertThat(credentials.get(ADA)).isEqualTo(fresh);
        assertThat(accounts.get(ADA).credentials()).isEqualTo(fresh);
    }
}
