package oriel.servers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import oriel.account.Account;
import oriel.account.ServerConfig;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;
import oriel.fixture.Mails;
import oriel.imap.Adapter;
import oriel.imap.Relay;
import oriel.mail.FolderChanged;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A user's few connections to a real server: what they hear, how many they are, and how they come back. */
@NeedsMailServers
@Timeout(120)
class ConnectionsIT {

    private static final FolderPath INBOX = FolderPath.INBOX;
    private static final FolderPath ARCHIVE = new FolderPath("Archive");

    private final MailServers servers = MailServers.get();
    private final Dovecot dovecot = servers.rich();
    private final String user = servers.newUser();
    private final Account account = MailServers.account(user);
    private Relay relay;
    private Adapter adapter;
    private MailStore store;

    @BeforeEach
    void start() throws Exception {
        deliver("INBOX", "first");
        relay = new Relay(dovecot.imap());
        connect(Duration.ofMinutes(5));
    }

    @AfterEach
    void stop() throws Exception {
        adapter.close();
        relay.close();
    }

    private void connect(Duration refresh) throws Exception {
        if (adapter != null) {
            adapter.close();
        }
        Server server = new Server("127.0.0.1", relay.port(), Tls.NONE);
        Duration patience = Duration.ofSeconds(5);
        ServerConfig config =
                new ServerConfig(server, server, patience, patience, 3, Duration.ofSeconds(10), Duration.ofMinutes(5));
        adapter = new Adapter(config, refresh);
        store = adapter.signIn(account);
    }

    private void deliver(String folder, String subject) throws Exception {
        dovecot.save(user, folder, Mails.plain("<" + subject + "@oriel.test>", subject, "Text."));
    }

    private void watch() throws Exception {
        adapter.openPage(account);
        adapter.view(account, ARCHIVE);
        relay.awaitContinuations(2);
        // Flags may have changed since a page has listed them.
        assertThat(List.of(adapter.nextChange().folder(), adapter.nextChange().folder()))
                .containsExactlyInAnyOrder(INBOX, ARCHIVE);
    }

    private void tells(FolderPath folder) throws Exception {
        assertThat(adapter.nextChange()).isEqualTo(new FolderChanged(account.id(), folder));
    }

    @Test
    void hearsWhatOthersDoInTheInboxAndInTheFolderThatIsLookedAt() throws Exception {
        deliver("Archive", "old");
        watch();

        deliver("INBOX", "new");
        tells(INBOX);
        dovecot.doveadm("flags", "add", "-u", user, "\\Flagged", "mailbox", "INBOX", "all");
        tells(INBOX);
        dovecot.doveadm("flags", "add", "-u", user, "\\Seen", "mailbox", "Archive", "all");
        tells(ARCHIVE);
        dovecot.doveadm("expunge", "-u", user, "mailbox", "Archive", "all");
        tells(ARCHIVE);
        dovecot.doveadm("move", "-u", user, "Archive", "mailbox", "INBOX", "header", "subject", "new");
        assertThat(List.of(adapter.nextChange().folder(), adapter.nextChange().folder()))
                .containsExactlyInAnyOrder(INBOX, ARCHIVE);

        assertThat(dovecot.connections(user)).isBetween(2, 3);
    }

    @Test
    void hasThreeConnectionsAtMostUnderTwentyPages() throws Exception {
        watch();
        List<Future<?>> clicks = new ArrayList<>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int page = 0; page < 20; page++) {
                clicks.add(threads.submit(() -> store.folders()));
                clicks.add(threads.submit(() -> store.page(INBOX, 0, 50)));
                clicks.add(threads.submit(() -> store.status(ARCHIVE)));
                clicks.add(threads.submit(() -> adapter.checkSignIn(account)));
            }
        }

        assertThat(clicks).allSatisfy(each -> assertThat(each.state()).isIn(Future.State.SUCCESS, Future.State.FAILED));
        assertThat(clicks)
                .filteredOn(each -> each.state() == Future.State.FAILED)
                .allSatisfy(each -> assertThat(each.exceptionNow()).isInstanceOf(MailException.Busy.class));
        assertThat(relay.most()).isLessThanOrEqualTo(3);
        assertThat(dovecot.connections(user)).isLessThanOrEqualTo(3);
        deliver("INBOX", "new");
        assertThat(adapter.nextChange().account()).isEqualTo(account.id());
    }

    @Test
    void asksAPoorServerForNothingThatItDoesNotHave() throws Exception {
        adapter.close();
        adapter = new Adapter(servers.config(servers.strict().port()));
        store = adapter.signIn(account);
        adapter.openPage(account);
        adapter.view(account, ARCHIVE);
        assertThat(List.of(adapter.nextChange().folder(), adapter.nextChange().folder()))
                .containsExactlyInAnyOrder(INBOX, ARCHIVE);

        deliver("Archive", "new");
        tells(ARCHIVE);
        store.folders();
        deliver("INBOX", "new");
        tells(INBOX);

        assertThat(servers.strict().violations()).isEmpty();
    }

    @Test
    void comesBackUnseenAfterTheServerHungUp() throws Exception {
        watch();
        store.page(INBOX, 0, 10);
        adapter.dropChanges();

        dovecot.kick(user);
        deliver("INBOX", "meanwhile");

        assertThat(store.page(INBOX, 0, 10).total()).isEqualTo(2);
        assertThat(List.of(adapter.nextChange().folder(), adapter.nextChange().folder()))
                .contains(INBOX);
        relay.awaitContinuations(4);
        adapter.dropChanges();
        deliver("Archive", "later");
        tells(ARCHIVE);
    }

    @Test
    void findsOutThatItWasForgottenAndTellsWhatItMissed() throws Exception {
        connect(Duration.ofSeconds(1));
        watch();
        adapter.dropChanges();

        relay.freeze();
        deliver("INBOX", "meanwhile");

        assertThat(adapter.nextChange().account()).isEqualTo(account.id());
        assertThat(store.page(INBOX, 0, 10).total()).isEqualTo(2);
    }

    @Test
    void survivesAServerThatIsFrozenForAWhile() throws Exception {
        watch();
        store.page(INBOX, 0, 10);

        dovecot.freeze();
        try {
            assertThatExceptionOfType(MailException.ServerUnreachable.class).isThrownBy(() -> store.page(INBOX, 0, 10));
        } finally {
            dovecot.thaw();
        }
        deliver("INBOX", "after");

        assertThat(store.page(INBOX, 0, 10).total()).isEqualTo(2);
        assertThat(adapter.nextChange().account()).isEqualTo(account.id());
    }

    @Test
    void comesBackWithoutAClickAfterTheServerWasAway() throws Exception {
        watch();
        adapter.dropChanges();

        dovecot.kill();
        servers.reviveRich();
        relay.awaitContinuations(4);

        assertThat(List.of(adapter.nextChange().folder(), adapter.nextChange().folder()))
                .containsExactlyInAnyOrder(INBOX, ARCHIVE);
        adapter.dropChanges();
        deliver("INBOX", "after");
        tells(INBOX);
    }

    @Test
    void asksOnceWithAPasswordThatWasChangedMeanwhile() throws Exception {
        watch();
        int before = relay.commands("AUTHENTICATE").size();
        servers.setPassword(user, "another");

        dovecot.kick(user);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 10; i++) {
                threads.submit(() -> assertThatExceptionOfType(MailException.LoginRefused.class)
                        .isThrownBy(() -> store.page(INBOX, 0, 10)));
            }
        }
        assertThatExceptionOfType(MailException.LoginRefused.class).isThrownBy(() -> store.page(INBOX, 0, 10));
        assertThat(relay.commands("AUTHENTICATE")).hasSize(before + 1);
        relay.awaitOpen(0);
    }

    @Test
    void leavesNothingAtTheServerAfterTheSignOut() throws Exception {
        watch();

        adapter.signOut(account);

        relay.awaitOpen(0);
        assertThat(dovecot.connections(user)).isZero();
    }
}
