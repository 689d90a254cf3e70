package oriel.imap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import oriel.account.Account;
import oriel.account.CredentialUse;
import oriel.account.ServerConfig;
import oriel.fixture.Mails;
import oriel.mail.Envelope;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.Message;
import oriel.mail.MessageRef;
import oriel.mail.Page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How an account's connections are shared, kept and replaced, seen from a relay before GreenMail. */
@Timeout(60)
class ImapPoolTest extends BehindRelay {

    @BeforeEach
    void deliver() throws Exception {
        server.deliver(account, INBOX, Mails.plain("<a@oriel.test>", "hello", "Hello."));
    }

    private void configure(Duration readTimeout, int poolSize, Duration poolWait, Duration poolIdle) throws Exception {
        adapter.close();
        ServerConfig usual = MailServer.config(relay.port());
        adapter = new Adapter(new ServerConfig(
                usual.imap(), usual.smtp(), usual.connectTimeout(), readTimeout, poolSize, poolWait, poolIdle));
    }

    @Test
    void neverOpensMoreConnectionsThanAllowed() throws Exception {
        MailStore store = adapter.signIn(account);
        List<Future<Page>> pages = new ArrayList<>();

        try (var browsers = Executors.newFixedThreadPool(20)) {
            for (int i = 0; i < 200; i++) {
                FolderPath folder = i % 3 == 0 ? new FolderPath("Sent") : INBOX;
                pages.add(browsers.submit(() -> store.page(folder, 0, 10)));
            }
        }

        for (Future<Page> page : pages) {
            assertThat(page.get().total()).isEqualTo(page.get().folder().isInbox() ? 1 : 0);
        }
        assertThat(relay.most()).isBetween(2, 3);
        assertThat(relay.total()).isLessThanOrEqualTo(3);
    }

    @Test
    void countsTheConnectionOfAnotherSignInAmongThoseAllowed() throws Exception {
        configure(Duration.ofSeconds(10), 1, Duration.ofSeconds(10), Duration.ofMinutes(5));
        MailStore store = adapter.signIn(account);
        store.page(INBOX, 0, 10);

        adapter.check.check(account);

        assertThat(relay.most()).isEqualTo(1);
        assertThat(store.page(INBOX, 0, 10).total()).isOne();
    }

    @Test
    void sharesConnectionsBetweenTheSessionsOfAUser() {
        MailStore first = adapter.signIn(account);
        MailStore second = adapter.signIn(account);

        first.page(INBOX, 0, 10);
        second.page(INBOX, 0, 10);

        assertThat(relay.total()).isEqualTo(1);
        assertThat(relay.commands("SELECT")).hasSize(1);
    }

    @Test
    void goesOnWithTheConnectionThatTheSignInWasCheckedWith() {
        adapter.check.check(account);
        adapter.signIn(account).page(INBOX, 0, 10);

        assertThat(relay.total()).isEqualTo(1);
    }

    @Test
    void closesConnectionsWithTheLastSession() throws Exception {
        MailStore store = adapter.signIn(account);
        adapter.signIn(account);
        store.page(INBOX, 0, 10);

        adapter.accounts.signedOut(account.id());
        store.page(INBOX, 0, 10);
        adapter.accounts.signedOut(account.id());

        relay.awaitOpen(0);
        assertThat(relay.commands("LOGOUT")).hasSize(1);
        assertThatExceptionOfType(MailException.LoginRefused.class).isThrownBy(() -> store.page(INBOX, 0, 10));
        assertThat(relay.total()).isEqualTo(1);
    }

    @Test
    void closesConnectionsThatNobodyUses() throws Exception {
        configure(Duration.ofSeconds(5), 3, Duration.ofSeconds(5), Duration.ofMillis(200));
        MailStore store = adapter.signIn(account);
        store.page(INBOX, 0, 10);

        relay.awaitOpen(0);

        assertThat(relay.commands("LOGOUT")).hasSize(1);
        assertThat(store.page(INBOX, 0, 10).total()).isEqualTo(1);
    }

    @Test
    void replacesADeadConnectionUnnoticed() throws Exception {
        MailStore store = adapter.signIn(account);
        MessageRef hello = store.page(INBOX, 0, 10).rows().getFirst().ref();

        relay.cut();
        relay.awaitOpen(0);

        assertThat(store.message(hello).messageId()).isEqualTo("<a@oriel.test>");
        assertThat(relay.total()).isEqualTo(2);
    }

    @Test
    void readsTheWholeMessageWhereverTheConnectionIsCut() throws Exception {
        String text = "0123456789\n".repeat(300);
        server.deliver(account, INBOX, Mails.plain("<long@oriel.test>", "long", text));
        MailStore store = adapter.signIn(account);
        MessageRef ref = store.page(INBOX, 0, 10).rows().getFirst().ref();
        Message whole = store.message(ref);

        for (int bytes = 1; bytes < 4_200; bytes += 523) {
            relay.cutAfter(bytes);

            assertThat(store.message(ref).bodies()).isEqualTo(whole.bodies());
        }

        assertThat(relay.total()).isGreaterThan(8);
    }

    @Test
    void doesNotCopyTwiceWhenTheAnswerIsLost() throws Exception {
        relay.answering(line -> line.replace(" MOVE", ""));
        MailStore store = adapter.signIn(account);
        MessageRef hello = store.page(INBOX, 0, 10).rows().getFirst().ref();
        relay.answering(line -> {
            if (line.contains("COPYUID") || line.contains("OK UID COPY")) {
                relay.cut();
            }
            return line;
        });

        FolderPath trash = new FolderPath("Trash");

        List<MessageRef> moved = store.move(List.of(hello), trash);

        assertThat(relay.commands("UID COPY")).hasSize(1);
        assertThat(store.page(INBOX, 0, 10).rows()).isEmpty();
        assertThat(store.page(trash, 0, 10).rows()).extracting(Envelope::ref).isEqualTo(moved);
    }

    @Test
    void letsAFrozenServerHoldUpItsOwnAccountOnly() throws Exception {
        configure(Duration.ofSeconds(3), 3, Duration.ofSeconds(5), Duration.ofMinutes(5));
        MailStore frozen = adapter.signIn(account);
        frozen.page(INBOX, 0, 10);
        relay.freeze();
        Account other = server.newAccount();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Page> waiting = threads.submit(() -> frozen.page(INBOX, 0, 10));
            relay.awaitCommand("NOOP");

            assertThat(adapter.signIn(other).page(INBOX, 0, 10).total()).isZero();

            assertThat(waiting.isDone()).isFalse();
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> waiting.get(5, TimeUnit.SECONDS))
                    .withCauseInstanceOf(MailException.ServerUnreachable.class);
        }
        assertThat(frozen.page(INBOX, 0, 10).total()).isEqualTo(1);
    }

    @Test
    void saysThatItIsBusyIfNoConnectionGetsFree() throws Exception {
        configure(Duration.ofSeconds(3), 1, Duration.ofMillis(100), Duration.ofMinutes(5));
        MailStore store = adapter.signIn(account);
        store.page(INBOX, 0, 10);
        relay.freeze();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> store.page(INBOX, 0, 10));
            relay.awaitCommand("NOOP");

            assertThatExceptionOfType(MailException.Busy.class).isThrownBy(() -> store.page(INBOX, 0, 10));
        }
    }

    @Test
    void saysThatTheServerIsUnreachable() throws Exception {
        MailStore store = adapter.signIn(account);
        store.page(INBOX, 0, 10);

        relay.close();
        relay.awaitOpen(0);

        assertThatExceptionOfType(MailException.ServerUnreachable.class).isThrownBy(() -> store.page(INBOX, 0, 10));
    }

    @Test
    void noticesASilentlyDeadConnectionBeforeUsingIt() throws Exception {
        ServerConfig config = MailServer.config(relay.port());
        ImapConnector connector = new ImapConnector(config);
        ImapPool pool =
                new ImapPool(config, connector, CredentialUse.fixed(account::credentials), Duration.ZERO, folder -> {});
        pool.run(INBOX, connection -> connection.open(INBOX).exists());
        relay.freeze();

        int exists = pool.run(INBOX, connection -> connection.open(INBOX).exists());

        assertThat(exists).isEqualTo(1);
        assertThat(relay.commands("SELECT")).hasSize(2);
        pool.close();
        connector.stop();
    }
}
