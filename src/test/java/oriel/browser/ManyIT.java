package oriel.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.MouseButton;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import oriel.browser.page.MailboxView;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What is done to several messages at once, and to all of a folder. */
class ManyIT extends BrowserTest {

    /** What the mail server of these tests may take for a few hundred messages, in milliseconds. */
    private static final double LONG = 60_000;

    private void notes(int count) {
        IntStream.rangeClosed(1, count)
                .forEach(each -> mailboxes.add(ada, "INBOX", Samples.note("Note %04d".formatted(each))));
    }

    private MailboxView withNotes(int count) {
        notes(count);
        mailboxes.add(ada, "Projects", Samples.note("Plan"));
        return signIn(ada);
    }

    private static Locator total(MailboxView mailbox) {
        return mailbox.page().getByTestId("list-total");
    }

    private static void click(MailboxView mailbox, String testId) {
        mailbox.page().getByTestId(testId).click();
    }

    @Test
    void actsOnWhatIsSelectedByPointerAndTakesItBack() {
        MailboxView mailbox = withNotes(5);
        mailbox.row("Note 0005").getByTestId("row-check").dispatchEvent("click");
        mailbox.row("Note 0002").click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        mailbox.row("Note 0004").click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL)));
        assertThat(mailbox.page().locator("#selection-count")).hasText("3 selected");

        click(mailbox, "selected-flag");
        assertThat(mailbox.page().locator("[data-testid=row][data-flagged=true]"))
                .hasCount(3);
        mailbox.page().keyboard().press("Control+z");
        assertThat(mailbox.page().locator("[data-testid=row][data-flagged=true]"))
                .hasCount(0);

        click(mailbox, "selected-delete");
        assertThat(mailbox.rows()).hasCount(2);
        assertThat(mailbox.page().getByTestId("selection")).isHidden();
        click(mailbox, "toast-undo");
        assertThat(mailbox.rows()).hasCount(5);
    }

    @Test
    void actsOnAllOfAFolderInPiecesAndTakesItBack() {
        MailboxView mailbox = withNotes(620);
        assertThat(total(mailbox)).containsText("620");
        click(mailbox, "select-rows");
        click(mailbox, "select-whole");
        assertThat(mailbox.page().locator("#selection-count")).hasText("620 selected");

        click(mailbox, "selected-toggle-read");
        assertThat(mailbox.toast()).containsText("620", new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
        assertThat(mailbox.folder("INBOX")).hasAttribute("data-unread", "0");
        click(mailbox, "toast-undo");
        assertThat(mailbox.folder("INBOX")).hasAttribute("data-unread", "620");

        click(mailbox, "selected-move");
        mailbox.page().locator("#move-filter").fill("proj");
        mailbox.page().locator("#move-filter").press("Enter");
        assertThat(total(mailbox)).hasText("0 messages", new LocatorAssertions.HasTextOptions().setTimeout(LONG));
        click(mailbox, "toast-undo");
        assertThat(total(mailbox)).containsText("620", new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
    }

    @Test
    void bringsBackTheRowsOfWhatTheServerRefuses() {
        MailboxView mailbox = withNotes(3);
        mailbox.page().route("**/mail*", route -> {
            if (route.request().method().equals("POST")) {
                route.fulfill(new Route.FulfillOptions().setStatus(503));
            } else {
                route.resume();
            }
        });

        mailbox.row("Note 0002").hover();
        mailbox.row("Note 0002").locator("[data-row-action=delete]").click();

        assertThat(mailbox.toast()).isVisible();
        assertThat(mailbox.rows()).hasCount(3);
    }

    @Test
    void movesByDragging() {
        MailboxView mailbox = withNotes(3);

        mailbox.row("Note 0002").dragTo(mailbox.folder("Projects"));
        assertThat(mailbox.rows()).hasCount(2);
        mailbox.folder("Projects").click();

        assertThat(mailbox.row("Note 0002")).isVisible();
    }

    @Test
    void offersTheSameInAMenuByPointerAndByKeyboard() {
        MailboxView mailbox = withNotes(3);
        Page page = mailbox.page();
        mailbox.row("Note 0002").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        page.getByTestId("row-menu-archive").click();
        assertThat(mailbox.rows()).hasCount(2);

        page.getByTestId("list-scroll").focus();
        page.keyboard().press("Home");
        page.keyboard().press("Shift+F10");
        page.getByTestId("row-menu-flag").press("Enter");

        assertThat(mailbox.row("Note 0003")).hasAttribute("data-flagged", "true");
    }

    @Test
    void goesByTheKeysThatSomebodyIsUsedTo() {
        MailboxView mailbox = withNotes(3);
        Page page = mailbox.page();
        page.keyboard().press("?");
        page.getByTestId("keys-preset").selectOption("gmail");
        page.keyboard().press("Escape");

        page.getByTestId("list-scroll").focus();
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.keyboard().press("#");
        assertThat(mailbox.rows()).hasCount(2);
        page.keyboard().press("z");

        assertThat(mailbox.rows()).hasCount(3);
    }
}
