package oriel.imap;

import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Watches where the server goes away, refuses, or asks to be left alone. */
@Timeout(60)
class WatchInTroubleTest extends Watching {

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
