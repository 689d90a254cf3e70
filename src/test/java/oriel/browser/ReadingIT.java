package oriel.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.browser.page.MailboxView;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

class ReadingIT extends BrowserTest {

    @Test
    void opensAMessageAndMarksItRead() {
        mailboxes.add(ada, "INBOX", Samples.LUNCH);
        MailboxView mailbox = signIn(ada);
        assertThat(mailbox.folder("INBOX")).hasAttribute("data-unread", "1");

        mailbox.open("Lunch?");

        assertThat(mailbox.subject()).hasText("Lunch?");
        assertThat(mailbox.page().getByTestId("reader-from")).containsText("grace@oriel.test");
        assertThat(mailbox.text().locator("a")).hasAttribute("href", "https://example.org/menu");
        assertThat(mailbox.text().locator("blockquote")).containsText("Shall we eat together?");
        assertThat(mailbox.row("Lunch?")).hasAttribute("data-unread", "false");
        assertThat(mailbox.folder("INBOX")).hasAttribute("data-unread", "0");
    }

    @Test
    void showsHtmlMailWithoutItsScriptsAndWithoutLoadingAnythingFromElsewhere() {
        mailboxes.add(ada, "INBOX", Samples.NEWSLETTER);
        MailboxView mailbox = signIn(ada);

        mailbox.open("This month in compilers");

        assertThat(mailbox.text().locator("h1")).hasText("Compilers");
        assertThat(mailbox.text().locator("h1")).hasCSS("color", "rgb(51, 51, 85)");
        assertThat(mailbox.text().locator("img[alt=logo]")).hasJSProperty("naturalWidth", 1);
        assertThat(mailbox.page().locator("#reader-blocked")).isVisible();
        assertThat(mailbox.text().locator("script")).hasCount(0);
        assertThat(mailbox.page()).not().hasTitle("pwned");
    }

    @Test
    void loadsImagesFromElsewhereOnlyWhenAsked() {
        mailboxes.add(ada, "INBOX", Samples.NEWSLETTER);
        MailboxView mailbox = signIn(ada);
        mailbox.page()
                .route(
                        Pattern.compile("https://tracker\\.invalid/.*"),
                        route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        mailbox.open("This month in compilers");

        mailbox.page()
                .waitForRequest(
                        "https://tracker.invalid/pixel.gif",
                        () -> mailbox.page().getByTestId("reader-remote-show").click());

        allowRequestsElsewhere();
    }

    @Test
    void showsImagesOfASenderAlwaysAndBlocksThemAgain() {
        mailboxes.add(ada, "INBOX", Samples.NEWSLETTER);
        MailboxView mailbox = signIn(ada);
        Page page = mailbox.page();
        page.route(
                Pattern.compile("https://tracker\\.invalid/.*"),
                route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        mailbox.open("This month in compilers");
        assertThat(page.locator("#reader-blocked")).containsText("An image from tracker.invalid is blocked");
        assertThat(page.locator("#reader-blocked")).containsText("tracker.invalid would learn that you read this.");

        page.getByTestId("reader-remote-always").click();
        page.waitForRequest(
                "https://tracker.invalid/pixel.gif",
                () -> page.getByTestId("images-domain").click());
        page.reload();
        assertThat(mailbox.text().locator("img[src*=tracker]")).hasCount(1);
        assertThat(page.locator("#reader-blocked")).isHidden();

        page.getByTestId("reader-more").click();
        page.getByTestId("images-block").click();
        assertThat(page.locator("#reader-blocked")).isVisible();
        assertThat(mailbox.text().locator("img[src*=tracker]")).hasCount(0);

        allowRequestsElsewhere();
    }

    @Test
    void blocksAllImagesWithoutAskingIfThatIsWanted() {
        mailboxes.add(ada, "INBOX", Samples.NEWSLETTER);
        MailboxView mailbox = signIn(ada);
        mailbox.page().getByTestId("user-menu").click();
        mailbox.page()
                .waitForResponse(
                        response -> response.request().method().equals("POST"),
                        () -> mailbox.page().getByTestId("images-rule").selectOption("NEVER"));
        mailbox.page().getByTestId("user-menu").click();

        mailbox.open("This month in compilers");

        assertThat(mailbox.text().locator("h1")).hasText("Compilers");
        assertThat(mailbox.page().locator("#reader-blocked")).isHidden();
        assertThat(mailbox.text().locator("img[src*=tracker]")).hasCount(0);
    }

    @Test
    void savesAttachmentsUnderHarmlessNamesAndNeverShowsThem() throws IOException {
        mailboxes.add(ada, "INBOX", Samples.REPORT);
        MailboxView mailbox = signIn(ada);
        mailbox.open("Quartalsbericht für Zoë");

        Download pdf = mailbox.page()
                .waitForDownload(() -> mailbox.page()
                        .locator("[data-testid=attachment][data-name='Bericht über 2026.pdf']")
                        .click());
        APIResponse html = mailbox.page()
                .request()
                .get(oriel.address()
                        + mailbox.page()
                                .locator("[data-testid=attachment][data-name='evil.html']")
                                .getAttribute("href")
                        + "&inline=true");

        assertThat(pdf.suggestedFilename()).isEqualTo("Bericht über 2026.pdf");
        assertThat(Files.readString(pdf.path())).startsWith("%PDF-1.4");
        assertThat(html.headers())
                .containsEntry("content-type", "application/octet-stream")
                .hasEntrySatisfying(
                        "content-disposition", header -> assertThat(header).startsWith("attachment"))
                .hasEntrySatisfying(
                        "content-security-policy", header -> assertThat(header).contains("sandbox"));
    }

    @Test
    void showsTheSourceAsTextAndNothingElse() {
        mailboxes.add(ada, "INBOX", Samples.NEWSLETTER);
        MailboxView mailbox = signIn(ada);
        mailbox.open("This month in compilers");

        Page source = mailbox.page().waitForPopup(() -> {
            mailbox.page().getByTestId("reader-more").click();
            mailbox.page().getByTestId("reader-view-source").click();
        });

        assertThat(source.locator("body")).containsText("Content-Type: multipart/related; boundary=r");
        assertThat(source.locator("body")).containsText("<script>document.title = 'pwned'");
        assertThat(source).not().hasTitle("pwned");
    }

    @Test
    void saysThatANameLooksLikeAnotherAddressAndWhereAnswersGo() {
        mailboxes.add(
                ada,
                "INBOX",
                Samples.LUNCH.replaceFirst(
                        "From: .*", "From: \"service@bank.test\" <x@evil.test>\nReply-To: y@elsewhere.test"));
        mailboxes.add(ada, "INBOX", Samples.note("Harmless"));
        MailboxView mailbox = signIn(ada);

        mailbox.open("Lunch?");
        assertThat(mailbox.page().getByTestId("reader-doubts").locator("li")).hasText(new String[] {
            "The name looks like another address. This was sent by x@evil.test.", "Answers go to y@elsewhere.test."
        });
        picture(mailbox.page(), "doubts");

        mailbox.open("Harmless");
        assertThat(mailbox.page().getByTestId("reader-doubts")).isHidden();
    }

    @Test
    void savesAllAttachmentsAsOneZipFile() throws IOException {
        mailboxes.add(ada, "INBOX", Samples.REPORT);
        MailboxView mailbox = signIn(ada);
        mailbox.open("Quartalsbericht für Zoë");

        Download zip = mailbox.page()
                .waitForDownload(
                        () -> mailbox.page().getByTestId("attachments-all").click());

        assertThat(zip.suggestedFilename()).matches("attachments-\\d+\\.zip");
        try (ZipFile file = new ZipFile(zip.path().toFile())) {
            assertThat(file.stream().map(ZipEntry::getName)).containsExactly("evil.html", "Bericht über 2026.pdf");
        }
    }

    @Test
    void warnsBeforeAFileThatCanDoHarmIsSaved() {
        mailboxes.add(ada, "INBOX", Samples.REPORT);
        MailboxView mailbox = signIn(ada);
        mailbox.open("Quartalsbericht für Zoë");
        Page page = mailbox.page();
        Locator evil = page.locator("[data-testid=attachment][data-name='evil.html']");

        evil.click();
        assertThat(page.getByTestId("risky-dialog")).containsText("evil.html");
        page.getByTestId("risky-dialog").press("Escape");
        assertThat(evil).isFocused();

        evil.click();
        Download saved =
                page.waitForDownload(() -> page.getByTestId("risky-save").click());
        assertThat(saved.suggestedFilename()).isEqualTo("evil.html");
    }

    @Test
    void namesFolderAndMessageInTheAddressSoThatReloadAndBackWork() {
        List.of("First", "Second", "Third").forEach(subject -> mailboxes.add(ada, "INBOX", Samples.note(subject)));
        mailboxes.add(ada, "Projects", Samples.note("Plan"));
        MailboxView mailbox = signIn(ada);
        Page page = mailbox.page();

        mailbox.open("Second");
        page.reload();
        assertThat(mailbox.subject()).hasText("Second");
        mailbox.open("First");
        mailbox.folder("Projects").click();
        assertThat(mailbox.row("Plan")).isVisible();
        page.goBack();
        assertThat(mailbox.subject()).hasText("First");
        page.goBack();
        assertThat(mailbox.subject()).hasText("Second");

        assertThat(page).hasURL(Pattern.compile(".*folder=INBOX&message=\\d+\\.\\d+$"));
    }

    @Test
    void tellsWhenAMessageWasDeletedElsewhere() {
        mailboxes.add(ada, "INBOX", Samples.note("First"));
        mailboxes.add(ada, "INBOX", Samples.note("Second"));
        MailboxView mailbox = signIn(ada);
        // The page hears of it, and would be quicker than the click.
        List<Route> lists = new ArrayList<>();
        mailbox.page().route("**/mailbox/rows*", lists::add);
        mailboxes.expunge(ada, PASSWORD, "INBOX");

        mailbox.row("First").click();
        mailbox.page().unroute("**/mailbox/rows*");
        lists.forEach(Route::resume);

        assertThat(mailbox.text().locator("[role=alert]")).hasText("This message is no longer there.");
        assertThat(mailbox.rows()).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R&D + 50%", "Übersicht 中文", "Emoji 😀"})
    void opensFoldersOfAnyName(String name) {
        mailboxes.add(ada, "INBOX", Samples.LUNCH);
        mailboxes.add(ada, name, Samples.note("Plan"));
        MailboxView mailbox = signIn(ada);

        mailbox.folder(name).click();
        mailbox.open("Plan");

        assertThat(mailbox.text().locator("body")).containsText("This is Plan.");
    }

    @Test
    void saysSoWhenAMessageHasNoText() {
        mailboxes.add(ada, "INBOX", Samples.LUNCH.replaceFirst("(?s)At noon.*", "\n"));
        MailboxView mailbox = signIn(ada);

        mailbox.open("Lunch?");

        assertThat(mailbox.page().locator("#reader-notes")).hasText("This message has no text.");
    }
}
