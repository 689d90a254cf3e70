package oriel.imap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.ServerConfig;
import oriel.mail.AccountId;
import oriel.mail.FolderChanged;
import oriel.mail.FolderPath;
import oriel.mail.FolderStatus;
import oriel.mail.MailException;
import oriel.mail.MailStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How folders are watched within the few connections of an account. */
@Timeout(60)
class FolderWatchTest {

    private static final FolderPath INBOX = FolderPath.INBOX;
    private static final FolderPath SENT = new FolderPath("Sent");

    private static final WatchTimes QUICK = times(Duration.ofMinutes(5));

    private final Account account =
            new Account(new AccountId("ada@oriel.test"), new Credentials.Password("ada@oriel.test", "secret"));

    private ScriptedServer server;
    private Adapter adapter;
    private MailStore store;

    private static WatchTimes times(Duration refresh) {
        return new WatchTimes(
                Duration.ofMillis(50),
                refresh,
                Duration.ofMillis(500),
                Duration.ofMillis(300),
                Duration.ofMillis(100),
                Duration.ofMillis(50),
                Duration.ofMillis(400),
                Duration.ofMillis(300));
    }

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        connect(3, QUICK);
    }

    @AfterEach
    void stop() throws Exception {
        adapter.close();
        server.close();
    }

    private void connect(int poolSize, WatchTimes times) throws Exception {
        if (adapter != null) {
            adapter.close();
        }
        ServerConfig usual = MailServer.config(server.port());
        adapter = new Adapter(
                new ServerConfig(
                        usual.imap(),
                        usual.smtp(),
                        usual.connectTimeout(),
                        Duration.ofSeconds(3),
                        poolSize,
                        Duration.ofSeconds(5),
                        usual.poolIdle()),
                times);
        store = adapter.signIn(account);
    }

    private void watchInbox() throws Exception {
        adapter.watch.begin(account.id());
        server.awaitIdle("INBOX");
        // Flags may have changed since a page has listed it.
        assertThat(adapter.nextChange()).isEqualTo(change(INBOX));
    }

    private void watchInboxAndSent() throws Exception {
        adapter.view(account, SENT);
        adapter.watch.begin(account.id());
        assertThat(List.of(adapter.nextChange(), adapter.nextChange()))
                .containsExactlyInAnyOrder(change(INBOX), change(SENT));
    }

    private FolderChanged change(FolderPath folder) {
        return new FolderChanged(account.id(), folder);
    }

    @Test
    void tellsOfNewMail() throws Exception {
        watchInbox();

        server.deliver("INBOX");

        assertThat(adapter.nextChange()).isEqualTo(change(INBOX));
        assertThat(server.idling("INBOX")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"* 1 EXPUNGE", "* 1 FETCH (FLAGS (\\Seen))", "* 1 FETCH (UID 7 FLAGS ())"})
    void tellsOfWhatOthersDo(String line) throws Exception {
        server.deliver("INBOX");
        watchInbox();

        server.say("INBOX", line);

        assertThat(adapter.nextChange()).isEqualTo(change(INBOX));
    }

    @Test
    void tellsManyChangesTogether() throws Exception {
        watchInbox();

        for (int i = 0; i < 1_000; i++) {
            server.deliver("INBOX");
        }
        server.say("INBOX", "* OK Still here");
        adapter.nextChange();
        server.say("INBOX", "* 1 EXPUNGE");
        adapter.nextChange();

        assertThat(adapter.dropChanges()).isLessThan(5);
    }

    @Test
    void saysNothingWhenNothingChanges() throws Exception {
        watchInbox();

        server.say("INBOX", "* 0 EXISTS");
        server.say("INBOX", "* 0 RECENT");
        server.say("INBOX", "* OK Still here");
        server.say("INBOX", "nonsense");
        server.deliver("INBOX");
        adapter.nextChange();

        assertThat(adapter.dropChanges()).isZero();
    }

    @Test
    void watchesTheFolderThatIsLookedAtBesideTheInbox() throws Exception {
        watchInboxAndSent();
        server.awaitIdle("INBOX");
        server.awaitIdle("Sent");

        server.deliver("Sent");
        assertThat(adapter.nextChange()).isEqualTo(change(SENT));
        server.deliver("INBOX");
        assertThat(adapter.nextChange()).isEqualTo(change(INBOX));

        adapter.view(account, new FolderPath("Trash"));
        server.awaitIdle("Trash");
        assertThat(server.idling("Sent")).isZero();
        assertThat(server.idling("INBOX")).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void keepsToTheConnectionsOfThePool(int poolSize) throws Exception {
        connect(poolSize, QUICK);
        watchInboxAndSent();
        List<Future<FolderStatus>> requests = new ArrayList<>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                requests.add(threads.submit(() -> store.status(SENT)));
            }
            threads.submit(() -> adapter.check.check(account));
        }
        server.awaitIdle("INBOX");

        assertThat(requests).allSatisfy(request -> assertThat(request.get()).isNotNull());
        assertThat(server.most()).isLessThanOrEqualTo(poolSize);
    }

    @Test
    void givesTheOnlyConnectionToARequestAndGoesOnAfterIt() throws Exception {
        connect(1, QUICK);
        watchInbox();

        store.status(SENT);
        server.awaitCommands(" IDLE", 2);
        server.awaitIdle("INBOX");
        server.deliver("INBOX");

        assertThat(adapter.nextChange()).isEqualTo(change(INBOX));
        assertThat(server.total()).isOne();
        assertThat(adapter.dropChanges()).isZero();
    }

    @Test
    void tellsWhatChangedWhileTheConnectionWasElsewhere() throws Exception {
        connect(1, QUICK);
        watchInbox();
        CountDownLatch delivered = new CountDownLatch(1);

        adapter.pools.pool(account.id()).run(SENT, connection -> {
            connection.open(SENT);
            server.deliver("INBOX");
            delivered.countDown();
            return true;
        });
        delivered.await();

        assertThat(adapter.nextChange()).isEqualTo(change(INBOX));
    }

    @Test
    void looksAtTheOtherFolderNowAndThenWhereNoConnectionCanBeSpared() throws Exception {
        connect(2, QUICK);
        watchInboxAndSent();

        server.deliver("Sent");

        assertThat(adapter.nextChange()).isEqualTo(change(SENT));
        assertThat(server.commands("IDLE")).hasSize(1);
    }

    @Test
    void looksNowAndThenWhereTheServerHasNoIdle() throws Exception {
        server.withoutCapability("IDLE");
        adapter.watch.begin(account.id());
        assertThat(adapter.nextChange()).isEqualTo(change(INBOX));

        server.deliver("INBOX");

        assertThat(adapter.nextChange()).isEqualTo(change(INBOX));
        assertThat(server.commands("IDLE")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%t NO not now", "%t BAD what?"})
    void looksNowAndThenWhereTheServerRefusesIdle(String answer) throws Exception {
        server.answering("IDLE", answer);
        adapter.watch.begin(account.id());
        server.awaitCommands("STATUS INBOX", 4);
        adapter.dropChanges();

        server.deliver("INBOX");

        assertThat(adapter.nextChange()).isEqualTo(change(INBOX));
        assertThat(server.commands("IDLE")).hasSize(3);
        assertThat(server.total()).isLessThanOrEqualTo(3);
    }

    @Test
    void renewsIdleOnTheSameConnection() throws Exception {
        connect(3, times(Duration.ofMillis(100)));
        watchInbox();

        server.awaitCommands("DONE", 3);
        server.awaitIdle("INBOX");
        server.deliver("INBOX");

        assertThat(adapter.nextChange()).isEqualTo(change(INBOX));
        assertThat(server.total()).isOne();
        assertThat(server.commands("SELECT")).hasSize(1);
    }

    @Test
    void replacesAConnectionThatDoesNotAnswer() throws Exception {
        connect(3, times(Duration.ofMillis(300)));
        watchInbox();

        server.deafen();
        server.deliver("Elsewhere");
        server.awaitTotal(2);
        server.awaitIdle("INBOX");

        assertThat(adapter.nextChange()).isEqualTo(change(INBOX));
    }

    @Test
    void letsNoRequestWaitLongForAConnectionThatDoesNotAnswer() throws Exception {
        connect(1, QUICK);
        watchInbox();
        server.deafen();
        long begun = System.nanoTime();

        store.status(SENT);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        server.awaitIdle("INBOX");
    }

    @Test
    void comesBackAfterAGoodbyeAndTellsOnceWhatMayHaveBeenMissed() throws Exception {
        watchInbox();

        server.goodbye("kicked");
        server.awaitIdle("INBOX");

        assertThat(adapter.nextChange()).isEqualTo(change(INBOX));
        assertThat(store.status(INBOX).messages()).isZero();
        assertThat(adapter.dropChanges()).isZero();
        assertThat(server.total()).isLessThanOrEqualTo(3);
    }

    @Test
    void hearsWhatComesBeforeTheServerListens() throws Exception {
        adapter.pools
                .pool(account.id())
                .run(INBOX, connection -> connection.open(INBOX).exists());
        server.answering("IDLE", "* 5 EXISTS\r\n+ idling\r\n* 6 EXISTS\r\n%t OK ended by itself");

        adapter.watch.begin(account.id());

        assertThat(adapter.nextChange()).isEqualTo(change(INBOX));
    }

    @Test
    void doesNotStormAServerThatIsAway() throws Exception {
        watchInbox();
        server.answering("IDLE", "* BYE not today");

        server.cut();
        server.awaitTotal(5);

        // 50, 100, 200, 400, 400 ... milliseconds
        long begun = System.nanoTime();
        int total = server.total();
        server.awaitTotal(total + 3);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(700));
    }

    @Test
    void goesOnWithoutAClickWhenTheServerIsBack() throws Exception {
        watchInbox();
        server.greeting("* BYE shutting down");
        server.cut();
        server.awaitTotal(4);

        server.greeting("* OK ready");
        server.awaitIdle("INBOX");

        assertThat(adapter.nextChange()).isEqualTo(change(INBOX));
    }

    @Test
    void leavesNothingAfterTheSignOut() throws Exception {
        watchInboxAndSent();
        server.awaitIdle("INBOX");
        server.awaitIdle("Sent");

        adapter.accounts.signedOut(account.id());

        server.awaitOpen(0);
        int total = server.total();
        assertThatExceptionOfType(MailException.LoginRefused.class).isThrownBy(() -> store.status(INBOX));
        adapter.watch.end(account.id());
        assertThat(server.total()).isEqualTo(total);
    }

    @Test
    void watchesAgainAfterTheNextSignInThoughThePageOfTheLastOneIsNotClosedYet() throws Exception {
        watchInbox();
        adapter.accounts.signedOut(account.id());
        server.awaitOpen(0);

        adapter.signIn(account);
        watchInbox();
        adapter.watch.end(account.id());
        server.deliver("INBOX");

        assertThat(adapter.nextChange()).isEqualTo(change(INBOX));
        assertThat(server.idling("INBOX")).isOne();
    }

    @Test
    void endsWithTheLastPage() throws Exception {
        watchInbox();
        adapter.watch.begin(account.id());
        adapter.watch.end(account.id());
        server.awaitIdle("INBOX");

        adapter.watch.end(account.id());
        server.awaitCommands("DONE", 1);

        assertThat(server.idling("INBOX")).isZero();
    }

    @Test
    void asksOnceWithAPasswordThatIsRefusedWhoeverNeedsAConnection() throws Exception {
        server.answering("AUTHENTICATE", "%t NO [AUTHENTICATIONFAILED] Authentication failed.");
        adapter.view(account, SENT);
        adapter.watch.begin(account.id());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.submit(() -> assertThatExceptionOfType(MailException.LoginRefused.class)
                        .isThrownBy(() -> store.status(INBOX)));
            }
        }

        assertThat(server.commands("AUTHENTICATE")).hasSize(1);
        assertThat(server.total()).isOne();
    }

    @Test
    void asksOnceAfterThePasswordWasChangedAndAllConnectionsWereCut() throws Exception {
        watchInboxAndSent();
        server.awaitIdle("INBOX");
        server.awaitIdle("Sent");
        int before = server.commands("AUTHENTICATE").size();
        server.answering("AUTHENTICATE", "%t NO [AUTHENTICATIONFAILED] Authentication failed.");

        server.goodbye("password changed");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3; i++) {
                threads.submit(() -> store.status(INBOX));
            }
        }
        server.awaitOpen(0);

        assertThat(server.commands("AUTHENTICATE")).hasSize(before + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* BYE Request is throttled. Suggested Backoff Time: 2000 milliseconds",
                "%t NO Request is throttled. Suggested Backoff Time: 2000 milliseconds",
                "%t BAD Request is throttled. Suggested Backoff Time: 2000 milliseconds",
                "%t NO Server Unavailable. 2"
            })
    void leavesTheWholeAccountAloneWhileTheServerAsksForIt(String answer) throws Exception {
        server.answering("IDLE", answer);
        adapter.watch.begin(account.id());
        server.awaitCommands("IDLE", 1);
        server.answeringAsUsual("IDLE");
        awaitTrouble();
        int total = server.commands("").size();

        assertThatExceptionOfType(MailException.Throttled.class)
                .isThrownBy(() -> store.status(INBOX))
                .satisfies(e -> assertThat(e.backoff()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(2)));
        assertThat(server.commands("")).hasSize(total);

        server.awaitIdle("INBOX");
        assertThat(store.status(INBOX).messages()).isZero();
        assertThat(adapter.nextChange()).isEqualTo(change(INBOX));
    }

    private void awaitTrouble() {
        while (true) {
            try {
                store.status(INBOX);
            } catch (MailException e) {
                return;
            }
        }
    }
}
