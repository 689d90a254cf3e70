package oriel.smtp;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oriel.account.Credentials;
import oriel.account.ServerConfig.Tls;
import oriel.fixture.Tokens;
import oriel.mail.AccountId;
import oriel.mail.Address;
import oriel.mail.Draft;
import oriel.mail.DraftAttachment;
import oriel.mail.MailException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A server that fails in every way that it can. */
class SmtpFaultsTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final Credentials PASSWORD = new Credentials.Password("ada@oriel.test", "secret");
    private static final Credentials TOKEN = Tokens.token("ada@oriel.test", "token");

    @TempDir
    Path files;

    private ScriptedSmtpServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest(name = "{0}: {1} means {2}")
    @CsvSource({
        "AUTH, 535 5.7.3 Authentication unsuccessful, LoginRefused",
        "AUTH, 454 4.7.0 Temporary authentication failure, Throttled",
        "AUTH, '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.', PasswordsDisabled",
        "AUTH, '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.', SendingDisabled",
        "AUTH, cut, ServerUnreachable",
        "AUTH, stall, ServerUnreachable",
        "MAIL, 432 4.3.2 Concurrent connections limit exceeded, Throttled",
        "MAIL, 530 5.7.57 Client not authenticated to send mail, LoginRefused",
        "MAIL, 552 5.3.4 Message size exceeds fixed limit, TooBig",
        "MAIL, cut, ServerUnreachable",
        "RCPT, 451 4.7.1 Greylisted, Throttled",
        "RCPT, 452 4.5.3 Too many recipients, Throttled",
        "RCPT, 550 5.1.1 No such user, RecipientsRefused",
        "RCPT, cut, ServerUnreachable",
        "DATA, 554 5.5.1 No, Refused",
        "DATA, cut, ServerUnreachable",
        "., 451 4.3.0 Try later, Throttled",
        "., 552 5.2.2 Mailbox full, QuotaExceeded",
        "., 552 5.3.4 Too large, TooBig",
        "., 554 5.2.252 SendAsDenied; not allowed to send as, SenderRefused",
        "., 552 Requested mail action aborted, TooBig",
        "., 552 5.7.0 This message was blocked, Refused",
        "., 554 5.2.0 SubmissionQuotaExceededException, SendingQuota",
        "., cut, SendUnknown",
        "., stall, SendUnknown",
        "., garbage, SendUnknown",
    })
    void tellsFailuresApart(String command, String answer, String expected) {
        server.answering(command, answer);

        MailException failure = failure(PASSWORD, draft());

        assertThat(failure.getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void sendsIfNothingFails() {
        Senders.to(server.port(), Tls.NONE, ADA, PASSWORD).send(ADA, draft());

        assertThat(server.commands()).contains("MAIL FROM:<ada@oriel.test>", "RCPT TO:<grace@oriel.test>", "DATA");
    }

    @Test
    void namesTheRefusedRecipientAndSendsToNobody() {
        server.answering("RCPT TO:<joan", "550 5.1.1 No such user");

        MailException failure = failure(PASSWORD, draft());

        assertThat(failure.arguments()).containsExactly("joan@oriel.test");
        assertThat(server.commands()).doesNotContain("DATA");
    }

    @Test
    void givesTheServersWordsAndNotItsCodes() {
        server.answering(
                "MAIL", "550-5.7.60 SMTP; Client does not have\r\n550 5.7.60 permission to send as this sender");

        MailException failure = failure(PASSWORD, draft());

        assertThat(((MailException.Refused) failure).reason())
                .isEqualTo("SMTP; Client does not have permission to send as this sender");
    }

    @Test
    void tellsHowLongToWait() {
        server.answering("MAIL", "451 4.7.0 Request is throttled. Suggested Backoff Time: 299910 milliseconds");

        MailException failure = failure(PASSWORD, draft());

        assertThat(((MailException.Throttled) failure).backoff()).hasMillis(299_910);
    }

    @Test
    void keepsATooBigMessageFromBeingSent() {
        server.answering("EHLO", "250-test\r\n250-SIZE 100\r\n250 AUTH PLAIN");

        MailException failure = failure(PASSWORD, draft());

        assertThat(failure).isInstanceOf(MailException.TooBig.class);
        assertThat(server.commands()).noneMatch(each -> each.startsWith("MAIL"));
    }

    @Test
    void saysHowBigTheMessageIs() {
        server.answering("EHLO", "250-test\r\n250-SIZE 10000000\r\n250 AUTH PLAIN");

        Senders.to(server.port(), Tls.NONE, ADA, PASSWORD).send(ADA, draft());

        assertThat(server.commands()).anyMatch(each -> each.matches("MAIL FROM:<ada@oriel.test> SIZE=\\d{3}"));
    }

    @Test
    void isSureThatNothingWasSentIfTheTextBreaksOff() throws Exception {
        server.answering(ScriptedSmtpServer.INSIDE_TEXT, ScriptedSmtpServer.CUT);
        Path file = Files.write(files.resolve("big.bin"), new byte[20_000_000]);
        DraftAttachment big = new DraftAttachment("big.bin", "application/octet-stream", 20_000_000, "", file);

        MailException failure = failure(PASSWORD, draft(big));

        assertThat(failure).isInstanceOf(MailException.ServerUnreachable.class);
    }

    @Test
    void sendsNothingOfAMessageWhoseFileIsGone() {
        DraftAttachment gone =
                new DraftAttachment("gone.bin", "application/octet-stream", 1, "", files.resolve("gone.bin"));

        MailException failure = failure(PASSWORD, draft(gone));

        assertThat(failure).isInstanceOf(MailException.Unreadable.class);
        assertThat(server.commands()).isEmpty();
    }

    @Test
    void forgetsTheAnswerToGoodbye() {
        server.answering("QUIT", ScriptedSmtpServer.CUT);

        Senders.to(server.port(), Tls.NONE, ADA, PASSWORD).send(ADA, draft());

        assertThat(server.commands()).contains("DATA");
    }

    @Test
    void signsInWithAToken() {
        Senders.to(server.port(), Tls.NONE, ADA, TOKEN).send(ADA, draft());

        assertThat(server.commands()).anyMatch(each -> each.startsWith("AUTH XOAUTH2 "));
    }

    @Test
    void tellsARefusedToken() {
        server.answering("AUTH", "334 eyJzdGF0dXMiOiI0MDAifQ==").answeringEmptyLines("535 5.7.3 Unsuccessful");

        assertThat(failure(TOKEN, draft())).isInstanceOf(MailException.LoginRefused.class);
        assertThat(server.commands()).contains("");
    }

    @Test
    void hearsTheReasonWhyATokenIsRefused() {
        server.answering("AUTH", "334 eyJzdGF0dXMiOiI0MDAifQ==")
                .answeringEmptyLines("535 5.7.139 SmtpClientAuthentication is disabled for the Mailbox.");

        assertThat(failure(TOKEN, draft())).isInstanceOf(MailException.SendingDisabled.class);
    }

    @Test
    void sendsNoPasswordToAServerThatTakesOnlyTokens() {
        server.answering("EHLO", "250-test\r\n250 AUTH XOAUTH2");

        MailException failure = failure(PASSWORD, draft());

        assertThat(failure).isInstanceOf(MailException.PasswordsDisabled.class);
        assertThat(server.commands()).noneMatch(each -> each.startsWith("AUTH"));
    }

    @Test
    void sendsNoPasswordWithoutStartTls() {
        MailException failure = failure(Tls.STARTTLS, PASSWORD, draft());

        assertThat(failure).isInstanceOf(MailException.InsecureServer.class);
        assertThat(server.commands()).noneMatch(each -> each.startsWith("AUTH"));
    }

    @Test
    void sendsNoPasswordIfStartTlsIsRefused() {
        server.answering("EHLO", "250-test\r\n250-STARTTLS\r\n250 AUTH PLAIN").answering("STARTTLS", "454 not now");

        MailException failure = failure(Tls.STARTTLS, PASSWORD, draft());

        assertThat(failure).isInstanceOf(MailException.InsecureServer.class);
        assertThat(server.commands()).noneMatch(each -> each.startsWith("AUTH"));
    }

    @Test
    void takesPlainTextForNoTls() {
        MailException failure = failure(Tls.IMPLICIT, PASSWORD, draft());

        assertThat(failure).isInstanceOf(MailException.InsecureServer.class);
    }

    @Test
    void trustsNoCertificateThatNobodyVouchesFor() {
        GreenMail secure = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        secure.start();
        try {
            SmtpSender sender = Senders.to(secure.getSmtps().getPort(), Tls.IMPLICIT, ADA, PASSWORD);

            MailException failure = catchThrowableOfType(MailException.class, () -> sender.send(ADA, draft()));

            assertThat(failure).isInstanceOf(MailException.InsecureServer.class);
            assertThat(secure.getReceivedMessages()).isEmpty();
        } finally {
            secure.stop();
        }
    }

    @Test
    void tellsThatNobodyAnswers() throws IOException {
        server.close();

        MailException failure = failure(PASSWORD, draft());

        assertThat(failure).isInstanceOf(MailException.ServerUnreachable.class);
    }

    @Test
    void waitsForAGreetingOnlySoLong() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SmtpSender sender = Senders.to(silent.getLocalPort(), Tls.NONE, ADA, PASSWORD);

            MailException failure = catchThrowableOfType(MailException.class, () -> sender.send(ADA, draft()));

            assertThat(failure).isInstanceOf(MailException.ServerUnreachable.class);
        }
    }

    private MailException failure(Credentials credentials, Draft draft) {
        return failure(Tls.NONE, credentials, draft);
    }

    private MailException failure(Tls tls, Credentials credentials, Draft draft) {
        SmtpSender sender = Senders.to(server.port(), tls, ADA, credentials);
        MailException failure = catchThrowableOfType(MailException.class, () -> sender.send(ADA, draft));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static Draft draft(DraftAttachment... attachments) {
        List<Address> to = Stream.of("grace@oriel.test", "joan@oriel.test")
                .map(each -> new Address("", each))
                .toList();
        Address from = new Address("", ADA.value());
        return new Draft(
                "<1@oriel.test>",
                from,
                to,
                List.of(),
                List.of(),
                "Hi",
                "",
                "Hello",
                "",
                List.of(),
                List.of(attachments));
    }
}
