package oriel.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.MouseButton;
import org.junit.jupiter.api.Test;
import oriel.browser.page.MailboxView;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Copies of messages in other folders, and tags. */
class FilingIT extends BrowserTest {

    private MailboxView withNotes() {
        for (String subject : new String[] {"Note one", "Note two", "Note three"}) {
            mailboxes.add(ada, "INBOX", Samples.note(subject));
        }
        mailboxes.add(ada, "Projects", Samples.note("Plan"));
        return signIn(ada);
    }

    private static void choose(MailboxView mailbox, String folder) {
        mailbox.page().locator("#move-filter").fill(folder);
        mailbox.page().locator("#move-filter").press("Enter");
    }

    @Test
    void copiesByTheMenuOfARowAndTakesItBack() {
        MailboxView mailbox = withNotes();
        mailbox.row("Note two").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        mailbox.page().getByTestId("row-menu-copy").click();
        choose(mailbox, "proj");

        assertThat(mailbox.toast()).containsText("Copied to Projects");
        assertThat(mailbox.folder("Projects")).hasAttribute("data-unread", "2");
        assertThat(mailbox.rows()).hasCount(3);
        mailbox.page().getByTestId("toast-undo").click();

        assertThat(mailbox.folder("Projects")).hasAttribute("data-unread", "1");
        assertThat(mailbox.rows()).hasCount(3);
    }

    @Test
    void copiesWhatIsSelectedIntoTheSameFolderToo() {
        MailboxView mailbox = withNotes();
        mailbox.page().getByTestId("select-rows").click();
        mailbox.page().getByTestId("selected-more").click();
        mailbox.page().getByTestId("selected-copy").click();
        choose(mailbox, "inbox");

        assertThat(mailbox.rows()).hasCount(6);
    }

    @Test
    void copiesByDraggingWithTheControlKey() {
        MailboxView mailbox = withNotes();
        Page page = mailbox.page();
        mailbox.row("Note two").hover();
        page.keyboard().down("Control");
        page.mouse().down();
        mailbox.folder("Projects").hover();
        mailbox.folder("Projects").hover();
        page.mouse().up();
        page.keyboard().up("Control");

        assertThat(mailbox.toast()).containsText("Copied to Projects");
        assertThat(mailbox.rows()).hasCount(3);
    }
}
