package oriel.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ParsingException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.assertThat;

class ImapFailuresTest {

    private static MailException translated(Exception cause) {
        return ImapFailures.translate(new MessagingException("wrapped", cause));
    }

    private static CommandFailedException no(String words) throws Exception {
        return new CommandFailedException(new Response("A1 NO " + words));
    }

    @ParameterizedTest
    @CsvSource({
        "Basic authentication is disabled., PasswordsDisabled",
        "AUTHENTICATE failed., LoginRefused",
        "[AUTHENTICATIONFAILED] Authentication failed., LoginRefused",
        "[UNAVAILABLE] Temporary authentication failure., ServerUnreachable",
        "[LIMIT] Maximum number of connections from user+IP exceeded, Busy",
        "Server Unavailable. 15, Throttled",
        "User is authenticated but not connected., NotConnected",
        "Request is throttled. Suggested Backoff Time: 1000 milliseconds, Throttled",
    })
    void readsWhatTheServerSaysToASignIn(String words, String kind) {
        MailException trouble = ImapFailures.translate(new AuthenticationFailedException(words));

        assertThat(trouble.key()).isEqualTo("mail." + kind);
    }

    @ParameterizedTest
    @CsvSource({
        "[NONEXISTENT] Mailbox doesn't exist, FolderGone",
        "[TRYCREATE] No such folder, FolderGone",
        "[OVERQUOTA] Not enough disk quota, QuotaExceeded",
        "Something else, Refused",
    })
    void readsWhatTheServerSaysToACommand(String words, String kind) throws Exception {
        assertThat(translated(no(words)).key()).isEqualTo("mail." + kind);
    }

    @Test
    void keepsTheServersWordsWithoutTheCode() throws Exception {
        MailException trouble = translated(no("[CANNOT] Folder names are too long"));

        assertThat(trouble.arguments()).containsExactly("Folder names are too long");
    }

    @Test
    void keepsTheServersWordsWithoutHowLongItTook() throws Exception {
        MailException trouble = translated(no("[NOPERM] Not allowed (really) (0.001 + 0.000 + 0.001 secs)."));

        assertThat(trouble.arguments()).containsExactly("Not allowed (really)");
    }

    @Test
    void readsTheBackoffTime() throws Exception {
        MailException trouble = translated(no("Request is throttled. Suggested Backoff Time: 299910 milliseconds"));

        assertThat(trouble)
                .isInstanceOfSatisfying(
                        MailException.Throttled.class,
                        e -> assertThat(e.backoff()).isEqualTo(Duration.ofMillis(299_910)));
    }

    @Test
    void waitsAnHourAtMost() throws Exception {
        MailException trouble =
                translated(no("Request is throttled. Suggested Backoff Time: 999999999999 milliseconds"));

        assertThat(trouble)
                .isInstanceOfSatisfying(
                        MailException.Throttled.class,
                        e -> assertThat(e.backoff()).isEqualTo(Duration.ofHours(1)));
    }

    @Test
    void tellsAServerThatIsNotTrustedFromOneThatIsAway() {
        assertThat(translated(new SSLHandshakeException("PKIX path building failed")))
                .isInstanceOf(MailException.InsecureServer.class);
        assertThat(translated(new ProtocolException("STARTTLS required but not supported by server")))
                .isInstanceOf(MailException.InsecureServer.class);
        assertThat(translated(new UnknownHostException("imap.oriel.test")))
                .isInstanceOf(MailException.ServerUnreachable.class);
        assertThat(translated(new SocketTimeoutException("Read timed out")))
                .isInstanceOf(MailException.ServerUnreachable.class);
        SSLHandshakeException cut = new SSLHandshakeException("Remote host terminated the handshake");
        cut.initCause(new EOFException());
        assertThat(translated(cut)).isInstanceOf(MailException.ServerUnreachable.class);
    }

    @Test
    void callsNonsenseUnreadable() {
        assertThat(translated(new ParsingException("Bad syntax"))).isInstanceOf(MailException.Unreadable.class);
        assertThat(ImapFailures.translate(new ArrayIndexOutOfBoundsException()))
                .isInstanceOf(MailException.Unreadable.class);
    }

    @Test
    void leavesWhatIsForTheUserAlready() {
        MailException known = new MailException.MessageGone();

        assertThat(ImapFailures.translate(known)).isSameAs(known);
    }
}
