package oriel.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.browser.page.ComposerView;
import oriel.browser.page.MailboxView;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

class ComposeIT extends BrowserTest {

    private static final int LIMIT = 25 * 1024 * 1024;

    @BeforeEach
    void somethingInTheInbox() {
        mailboxes.add(ada, "INBOX", Samples.note("Hello"));
    }

    @Test
    void sendsWithAnAttachmentAndFilesOneCopy() {
        ComposerView composer =
                signIn(ada).compose().to("Grace <" + GRACE + ">").subject("Minutes");
        composer.field("body").fill("As promised.");
        attach(composer, "minutes.txt");
        picture(composer.page(), "written");

        composer.send();

        eventually(composer.page(), () -> mailboxes.count(ada, "Sent", "Minutes") == 1);
        assertThat(mailboxes.count(GRACE, "INBOX", "Minutes")).isEqualTo(1);
        assertThat(source("Minutes")).contains("As promised.").contains("filename=\"minutes.txt\"");
        assertThat(source("Minutes")).containsPattern("Message-ID: <[0-9a-f-]{36}@oriel\\.test>");
    }

    @Test
    void answersInTheThreadAndMarksTheOriginal() {
        mailboxes.add(ada, "INBOX", Samples.LUNCH);
        MailboxView mailbox = signIn(ada).open("Lunch?");
        ComposerView composer = mailbox.answer("reply-all");
        assertThat(composer.field("cc")).hasValue("Alan Turing <alan@oriel.test>");
        assertThat(composer.field("subject")).hasValue("Re: Lunch?");
        assertThat(composer.field("body")).containsText("Grace Hopper wrote:");

        composer.type("Gladly.");
        composer.field("body").press("Control+Enter");
        assertThat(mailbox.page().getByTestId("composer")).hasCount(0);

        assertThat(source("Re: Lunch?"))
                .contains("In-Reply-To: <lunch@oriel.test>")
                .contains("References: <lunch@oriel.test>")
                .contains("> At noon, the usual place?");
        assertThat(mailbox.row("Lunch?").getByLabel("Answered")).isVisible();
    }

    @Test
    void forwardsTheAttachments() {
        mailboxes.add(ada, "INBOX", Samples.REPORT);
        ComposerView composer = signIn(ada).open("Quartalsbericht").answer("forward");
        assertThat(composer.page().getByTestId("compose-file")).hasCount(2);
        picture(composer.page(), "forward");

        composer.to(GRACE).send();

        assertThat(source("Fwd: Quartalsbericht f\u00fcr Zo\u00eb")).contains("JVBERi0xLjQKJSVFT0YK");
    }

    @Test
    void letsNothingOfAHostileMessageIntoThePage() {
        mailboxes.add(ada, "INBOX", Samples.NEWSLETTER);
        ComposerView composer = signIn(ada).open("This month").answer("reply");
        Locator body = composer.field("body");

        assertThat(body).containsText("Compilers");
        assertThat(body.locator("img[src*='/compose/inline/']")).hasCount(1);
        assertThat(body.locator("script, style, [onerror], [src^='http']")).hasCount(0);
        assertThat(composer.page().title()).doesNotContain("pwned");
    }

    @Test
    void keepsTheTextAndNamesWhatIsNoAddress() {
        ComposerView composer = signIn(ada).compose().to("nonsense, " + GRACE).subject("Kept");

        composer.field("send").click();

        assertThat(composer.field("problem")).containsText("nonsense");
        assertThat(composer.field("subject")).hasValue("Kept");
        assertThat(mailboxes.count(GRACE, "INBOX", "Kept")).isZero();
        composer.to(GRACE).send();
        assertThat(mailboxes.count(GRACE, "INBOX", "Kept")).isEqualTo(1);
    }

    @Test
    void sendsOnceWhenSendIsClickedTwice() {
        ComposerView composer = signIn(ada).compose().to(GRACE).subject("Once");

        composer.field("send").dblclick();
        assertThat(composer.page().getByTestId("composer")).hasCount(0);

        eventually(composer.page(), () -> mailboxes.count(ada, "Sent", "Once") == 1);
        assertThat(mailboxes.count(GRACE, "INBOX", "Once")).isEqualTo(1);
    }

    @Test
    void saysWhichFileIsTooBigAndSendsTheOthers(@TempDir Path folder) throws IOException {
        Path large = Files.write(folder.resolve("large.bin"), new byte[LIMIT]);
        Path tooLarge = Files.write(folder.resolve("too-large.bin"), new byte[LIMIT + 1]);
        ComposerView composer = signIn(ada).compose().to(GRACE).subject("Large");

        composer.field("attach").setInputFiles(tooLarge);
        assertThat(composer.field("problem")).containsText("too-large.bin");
        composer.field("attach").setInputFiles(large);
        composer.send();

        assertThat(mailboxes.count(GRACE, "INBOX", "Large")).isEqualTo(1);
    }

    @Test
    void asksBeforeItThrowsAwayAndOffersWhatWasLeft() {
        ComposerView composer = signIn(ada).compose().subject("Unfinished");
        Page page = composer.page();

        composer.field("close").click();
        composer.field("keep").click();
        assertThat(composer.field("state")).containsText("Kept in this browser");
        page.reload();
        page.getByTestId("compose-restore").click();

        assertThat(composer.field("subject")).hasValue("Unfinished");
    }

    private void attach(ComposerView composer, String name) {
        composer.field("attach")
                .setInputFiles(new FilePayload(name, "text/plain", "Minutes".getBytes(StandardCharsets.UTF_8)));
        assertThat(composer.page().locator(".composer-file.there")).hasCount(1);
    }

    /** What came with this subject, as it went over the wire. */
    private String source(String subject) {
        try {
            for (MimeMessage message : oriel.mail().getReceivedMessagesForDomain(GRACE)) {
                if (subject.equals(message.getSubject())) {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    message.writeTo(out);
                    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
                }
            }
            return "";
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void eventually(Page page, BooleanSupplier condition) {
        page.waitForCondition(condition);
    }
}
