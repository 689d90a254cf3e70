package oriel.imap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import oriel.account.Account;
import oriel.mail.FolderStatus;
import oriel.mail.MailException;
import oriel.mail.MailStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Servers that are silent, slow, overloaded or unwilling: who is told what, when, and who else has to wait. */
@Timeout(60)
class UnresponsiveServersTest extends BeforeScriptedServer {

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
}
