package oriel.imap;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.mail.FolderStatus;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Servers that let nobody in, or ask to be left alone: they are not asked again before it makes sense. */
@Timeout(60)
class RefusingServersTest extends BeforeScriptedServer {

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
}
