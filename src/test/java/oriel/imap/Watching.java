package oriel.imap;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.ServerConfig;
import oriel.mail.AccountId;
import oriel.mail.FolderChanged;
import oriel.mail.FolderPath;
import oriel.mail.MailStore;

import static org.assertj.core.api.Assertions.assertThat;

/** A scripted server and an account that watches its folders. */
@Timeout(60)
abstract class Watching {

    static final FolderPath INBOX = FolderPath.INBOX;
    static final FolderPath SENT = new FolderPath("Sent");

    static final WatchTimes QUICK = times(Duration.ofMinutes(5));

    final Account account =
            new Account(new AccountId("ada@oriel.test"), new Credentials.Password("ada@oriel.test", "secret"));

    ScriptedServer server;
    Adapter adapter;
    MailStore store;

    static WatchTimes times(Duration refresh) {
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

    void connect(int poolSize, WatchTimes times) throws Exception {
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

    void watchInbox() throws Exception {
        adapter.watch.begin(account.id());
        server.awaitIdle("INBOX");
        // Flags may have changed since a page has listed it.
        assertThat(adapter.nextChange()).isEqualTo(change(INBOX));
    }

    void watchInboxAndSent() throws Exception {
        adapter.view(account, SENT);
        adapter.watch.begin(account.id());
        assertThat(List.of(adapter.nextChange(), adapter.nextChange()))
                .containsExactlyInAnyOrder(change(INBOX), change(SENT));
    }

    FolderChanged change(FolderPath folder) {
        return new FolderChanged(account.id(), folder);
    }
}
