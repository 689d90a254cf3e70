package oriel.index;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.account.IndexedTexts;
import oriel.mail.AccountId;
import oriel.mail.Body;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.SpecialUse;

import static org.assertj.core.api.Assertions.assertThat;
import static oriel.mail.FolderPath.INBOX;

class AccountSyncTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final FolderPath SENT = new FolderPath("Sent");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final SyncTimes TIMES = new SyncTimes(
            Duration.ofMillis(200),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofMillis(20),
            Duration.ofMillis(20),
            Duration.ofMillis(1));

    private final FakeServer server = new FakeServer(INBOX, SENT);

    @TempDir
    private static Path folder;

    private final MessageIndex index = Indexes.in(folder.resolve(Long.toString(System.nanoTime())));
    private final BlockingQueue<FolderPath> told = new LinkedBlockingQueue<>();
    private final AtomicBoolean signedIn = new AtomicBoolean(true);
    private final AccountSync sync = new AccountSync(
            new FolderFollower(ADA, index, server, TIMES, told::add),
            new FolderTexts(ADA, index, server, Body::content, IndexedTexts.ALL),
            () -> List.of(folder(INBOX, SpecialUse.INBOX), folder(SENT, SpecialUse.SENT)),
            signedIn::get,
            TIMES);

    private static Folder folder(FolderPath path, SpecialUse use) {
        return new Folder(path, path.value(), 0, use, true, true);
    }

    @AfterEach
    void stop() {
        sync.stop();
        index.stop();
    }

    private FolderPath next() throws InterruptedException {
        return told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private int total(FolderPath folder) {
        return index.list(ADA, ListQuery.newest(folder), 0, 1)
                .map(Listing::total)
                .orElse(0);
    }

    @Test
    void followsAllFoldersByItself() throws InterruptedException {
        server.deliver(INBOX, 3);
        server.deliver(SENT, 2);

        sync.start();

        assertThat(List.of(next(), next())).containsExactlyInAnyOrder(INBOX, SENT);
        assertThat(total(SENT)).isEqualTo(2);
    }

    @Test
    void givesAFolderThatIsOpenedTheFirstPlace() {
        server.deliver(INBOX, 100_000);
        server.deliver(SENT, 2);
        sync.start();

        Optional<MailException> trouble = sync.freshen(SENT, PATIENCE);

        assertThat(trouble).isEmpty();
        assertThat(total(SENT)).isEqualTo(2);
        assertThat(total(INBOX)).isLessThan(100_000);
    }

    @Test
    void readsTextsOnceAllFoldersAreKnown() throws InterruptedException {
        server.deliver(INBOX, 3);
        server.deliver(SENT, 2);
        sync.start();

        server.awaitAsked("texts Sent 2", PATIENCE);
        server.awaitAsked("texts INBOX 3", PATIENCE);

        List<String> asked = server.asked();
        int first = Math.min(asked.indexOf("texts INBOX 3"), asked.indexOf("texts Sent 2"));
        assertThat(first).isGreaterThan(asked.indexOf("summaries INBOX 3"));
        assertThat(first).isGreaterThan(asked.indexOf("summaries Sent 2"));
    }

    @Test
    void readsTextsOfNewMailWithoutWaitingForARound() throws InterruptedException {
        server.deliver(INBOX, 3);
        sync.start();
        server.awaitAsked("texts INBOX 3", PATIENCE);

        server.deliver(INBOX, 1);
        sync.changed(INBOX);

        server.awaitAsked("texts INBOX 1", PATIENCE);
    }

    @Test
    void readsNoTextsForNobody() throws InterruptedException {
        server.deliver(INBOX, 3);
        signedIn.set(false);

        Thread ended = sync.start();

        assertThat(ended.join(PATIENCE)).isTrue();
        assertThat(server.asked("texts")).isEmpty();
    }

    @Test
    void waitsForWhatComesAfterTheQuestionOnly() {
        server.deliver(INBOX, 3);
        sync.start();
        sync.freshen(INBOX, PATIENCE);

        server.deliver(INBOX, 1);
        Optional<MailException> trouble = sync.freshen(INBOX, PATIENCE);

        assertThat(trouble).isEmpty();
        assertThat(total(INBOX)).isEqualTo(4);
    }

    @Test
    void doesNotWaitForeverForAServerInTrouble() {
        server.failWith(new MailException.ServerUnreachable(null));
        sync.start();

        Optional<MailException> trouble = sync.freshen(INBOX, PATIENCE);

        assertThat(trouble).containsInstanceOf(MailException.ServerUnreachable.class);
    }

    @Test
    void goesOnWhenTheTroubleIsOver() throws InterruptedException {
        server.deliver(INBOX, 3);
        server.failWith(new MailException.ServerUnreachable(null));
        sync.start();
        sync.freshen(INBOX, Duration.ofMillis(50));

        server.failWith(null);

        assertThat(next()).isEqualTo(INBOX);
        assertThat(total(INBOX)).isEqualTo(3);
    }

    @Test
    void forgetsAFolderThatIsGone() throws InterruptedException {
        server.deliver(INBOX, 3);
        sync.start();
        assertThat(next()).isEqualTo(INBOX);

        server.failWith(new MailException.FolderGone(null));
        sync.freshen(INBOX, PATIENCE);

        assertThat(total(INBOX)).isZero();
    }
}
