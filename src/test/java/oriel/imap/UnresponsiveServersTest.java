package oriel.imap;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.ServerConfig;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;
import oriel.mail.FolderStatus;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Servers that are silent, slow, overloaded or unwilling: who is told what, when, and who else has to wait. */
@Timeout(60)
class UnresponsiveServersTest {

    private static final FolderPath INBOX = FolderPath.INBOX;
    private static final FolderPath SENT = new FolderPath("Sent");

    private ScriptedServer server;
    private Adapter adapter;
    private final Account ada = account("ada");

    private static Account account(String name) {
        String address = name + "@oriel.test";
        return new Account(new AccountId(address), new Credentials.Password(address, "secret"));
    }

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        ServerConfig usual = MailServer.config(server.port());
        adapter = new Adapter(new ServerConfig(
                usual.imap(),
                usual.smtp(),
                Duration.ofSeconds(1),
                Duration.ofMillis(1_500),
                3,
                Duration.ofSeconds(1),
                usual.poolIdle()));
    }

    @AfterEach
    void stop() throws Exception {
        adapter.close();
        server.close();
    }

    private static Duration timed(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void saysUnreachable(Callable<?> work) {
        assertThatExceptionOfType(MailException.ServerUnreachable.class).isThrownBy(work::call);
    }

    @Test
    void givesUpOnAServerThatGreetsByteByByte() {
        server.drip(Duration.ofMillis(200));

        Duration took = timed(() -> saysUnreachable(() -> {
            adapter.check.check(ada);
            return null;
        }));

        assertThat(took).isBetween(Duration.ofMillis(900), Duration.ofMillis(1_800));
    }

    @Test
    void givesUpOnAnAnswerThatComesByteByByte() {
        MailStore store = adapter.signIn(ada);
        store.status(INBOX);
        server.drip(Duration.ofMillis(200));

        Duration took = timed(() -> saysUnreachable(() -> store.status(INBOX)));

        assertThat(took).isBetween(Duration.ofMillis(1_400), Duration.ofMillis(3_000));
    }

    @Test
    void readsAnAnswerThatIsLateButNotTooLate() {
        MailStore store = adapter.signIn(ada);
        store.status(INBOX);
        server.drip(Duration.ofMillis(10));

        assertThat(store.status(INBOX).messages()).isZero();
    }

    @Test
    void goesOnAnsweringOthersWhileFiftySignInsWait() throws Exception {
        MailStore store = adapter.signIn(ada);
        store.status(INBOX);
        server.deafenNewOnes();
        List<Future<?>> waiting = new ArrayList<>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                Account each = account("user" + i);
                waiting.add(threads.submit(() -> adapter.check.check(each)));
            }
            server.awaitTotal(51);

            assertThat(timed(() -> store.status(INBOX))).isLessThan(Duration.ofMillis(900));
        }

        assertThat(waiting)
                .allSatisfy(each -> assertThatThrownBy(each::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(MailException.ServerUnreachable.class));
    }

    @Test
    void refusesMoreSignInsThanThreadsCanBeSpared() {
        server.greeting("");
        List<Future<?>> waiting = new ArrayList<>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                Account each = account("user" + i);
                waiting.add(threads.submit(() -> adapter.check.check(each)));
            }
        }

        assertThat(waiting)
                .filteredOn(each -> each.exceptionNow() instanceof MailException.Busy)
                .hasSize(36);
    }

    @Test
    void delaysOnlyTheUsersOfAServerThatIsFrozen() throws Exception {
        MailStore frozen = adapter.signIn(ada);
        frozen.status(INBOX);
        server.deafen();
        List<Future<FolderStatus>> late = new ArrayList<>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                late.add(threads.submit(() -> frozen.status(INBOX)));
            }
            server.awaitCommands("STATUS", 2);
            for (int i = 0; i < 50; i++) {
                MailStore other = adapter.signIn(account("user" + i));
                assertThat(timed(() -> other.status(INBOX))).isLessThan(Duration.ofSeconds(1));
            }
        }

        assertThat(late)
                .filteredOn(each -> each.state() == Future.State.SUCCESS)
                .isNotEmpty();
        assertThat(frozen.status(INBOX).messages()).isZero();
    }

    @Test
    void letsAClickThroughWhileThreeDownloadsAreSlow() throws Exception {
        adapter.signIn(ada);
        ImapPool pool = adapter.pools.pool(ada.id());
        CountDownLatch slow = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        List<Future<Boolean>> downloads = new ArrayList<>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3; i++) {
                downloads.add(threads.submit(() -> pool.download(INBOX, connection -> {
                    slow.countDown();
                    return awaitQuietly(end);
                })));
            }
            awaitQuietly(slow);

            FolderStatus status = pool.run(null, connection -> new FolderCounts().count(connection, SENT));

            assertThat(status.messages()).isZero();
            end.countDown();
        }
        assertThat(downloads).allSatisfy(each -> assertThat(each.get()).isTrue());
        assertThat(server.most()).isLessThanOrEqualTo(3);
    }

    @Test
    void opensNoMoreConnectionsThanAllowedForManySignInsAtOnce() {
        List<Future<?>> signIns = new ArrayList<>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                signIns.add(threads.submit(() -> adapter.check.check(ada)));
            }
        }

        assertThat(signIns)
                .filteredOn(each -> each.state() == Future.State.FAILED)
                .allSatisfy(each -> assertThat(each.exceptionNow()).isInstanceOf(MailException.Busy.class));
        assertThat(server.most()).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AUTHENTICATE | %t NO Request is throttled. Suggested Backoff Time: 60000 milliseconds",
                "AUTHENTICATE | %t BAD Request is throttled. Suggested Backoff Time: 60000 milliseconds",
                "AUTHENTICATE | * BYE Request is throttled. Suggested Backoff Time: 60000 milliseconds",
                "AUTHENTICATE | %t NO Server Unavailable. 60",
                "SELECT | %t NO Request is throttled. Suggested Backoff Time: 60000 milliseconds",
                "SELECT | * BYE Request is throttled. Suggested Backoff Time: 60000 milliseconds",
                "SELECT | %t NO [UNAVAILABLE] Server Unavailable. 60",
                "UID | %t NO Request is throttled. Suggested Backoff Time: 60000 milliseconds",
                "UID | %t BAD Request is throttled. Suggested Backoff Time: 60000 milliseconds",
                "UID | * BYE Request is throttled. Suggested Backoff Time: 60000 milliseconds",
                "FETCH | %t NO Request is throttled. Suggested Backoff Time: 60000 milliseconds",
                "FETCH | * BYE Request is throttled. Suggested Backoff Time: 60000 milliseconds",
                "LIST | %t NO Server Unavailable. 60",
            })
    void leavesTheAccountAloneAndSaysForHowLong(String command, String answer) {
        server.deliver("INBOX");
        server.answering(command, answer);
        MailStore store = adapter.signIn(ada);

        assertThatExceptionOfType(MailException.Throttled.class).isThrownBy(() -> useAll(store));

        int asked = server.commands("").size();
        assertThatExceptionOfType(MailException.Throttled.class)
                .isThrownBy(() -> store.status(SENT))
                .satisfies(e -> assertThat(e.backoff()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60)));
        assertThatExceptionOfType(MailException.Throttled.class).isThrownBy(() -> adapter.check.check(ada));
        assertThat(server.commands("")).hasSize(asked);
    }

    private static void useAll(MailStore store) {
        store.folders();
        store.page(INBOX, 0, 10);
        store.find(INBOX, "<a@oriel.test>");
        store.source(new MessageRef(INBOX, 1, 1), new ByteArrayOutputStream());
    }

    @Test
    void leavesAnAccountAloneThatNobodyIsSignedInTo() {
        server.greeting("* BYE Request is throttled. Suggested Backoff Time: 60000 milliseconds");
        assertThatExceptionOfType(MailException.Throttled.class).isThrownBy(() -> adapter.check.check(ada));

        assertThatExceptionOfType(MailException.Throttled.class).isThrownBy(() -> adapter.check.check(ada));

        assertThat(server.total()).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%t NO [AUTHENTICATIONFAILED] Authentication failed.",
                "%t NO Basic authentication is disabled.\r\n* BYE bye",
                "%t BAD User is authenticated but not connected.\r\n* BYE bye"
            })
    void triesOnceWhateverTheReasonOfARefusal(String answer) {
        server.answering("AUTHENTICATE", answer);
        MailStore store = adapter.signIn(ada);

        List<Future<FolderStatus>> requests = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                requests.add(threads.submit(() -> store.status(INBOX)));
            }
        }

        assertThat(requests)
                .allSatisfy(each -> assertThat(each.exceptionNow())
                        .isInstanceOfAny(
                                MailException.LoginRefused.class,
                                MailException.PasswordsDisabled.class,
                                MailException.NotConnected.class));
        assertThat(server.commands("AUTHENTICATE")).hasSize(1);
    }

    @Test
    void triesAgainSomeTimeAfterTheMailboxWasNotOpened() {
        Gate gate = new Gate(Duration.ofMillis(200));
        MailException refusal = new MailException.NotConnected(null);
        gate.learn(refusal, ada.credentials());
        assertThatThrownBy(() -> gate.pass(ada.credentials())).isSameAs(refusal);
        gate.pass(account("grace").credentials());

        // Telling it to others makes it last no longer.
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < Duration.ofMillis(200).toNanos()) {
            gate.learn(refusal, ada.credentials());
        }

        gate.pass(ada.credentials());
    }

    private static boolean awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
