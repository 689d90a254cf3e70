package oriel.imap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.mail.FolderPath;
import oriel.mail.FolderStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** How folders are watched within the few connections of an account. */
@Timeout(60)
class FolderWatchTest extends Watching {

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
}
