package oriel.imap;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import oriel.account.Account;
import oriel.account.Credentials;
import oriel.account.ServerConfig;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Accounts on a scripted server. */
@Timeout(60)
abstract class BeforeScriptedServer {

    static final FolderPath INBOX = FolderPath.INBOX;
    static final FolderPath SENT = new FolderPath("Sent");

    ScriptedServer server;
    Adapter adapter;
    final Account ada = account("ada");

    static Account account(String name) {
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

    static Duration timed(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    void saysUnreachable(Callable<?> work) {
        assertThatExceptionOfType(MailException.ServerUnreachable.class).isThrownBy(work::call);
    }

    static boolean awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
