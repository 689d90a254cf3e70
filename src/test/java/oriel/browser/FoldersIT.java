package oriel.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.browser.page.MailboxView;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The folders beside the list, what is current there, and what an empty list says. */
class FoldersIT extends BrowserTest {

    private MailboxView withFolders() {
        mailboxes.add(ada, "INBOX", Samples.note("Note one"));
        for (String folder : new String[] {"Archive", "Projects", "Projects.Oriel", "Travel"}) {
            mailboxes.add(ada, folder, Samples.note("Plan"));
        }
        MailboxView mailbox = signIn(ada);
        assertThat(mailbox.folder("Travel")).hasAttribute("data-unread", "1");
        return mailbox;
    }

    private static Locator item(MailboxView mailbox, String path) {
        return mailbox.folderItem(path);
    }

    @Test
    void movesAFolderByDraggingItOntoAnother() {
        MailboxView mailbox = withFolders();
        mailbox.dragFolder("Travel", "Projects", 0.5);

        assertThat(mailbox.toast()).containsText("“Travel” moved into Projects");
        assertThat(mailbox.folder("Projects.Travel")).isVisible();
        assertThat(mailbox.folder("Travel")).hasCount(0);
    }

    @Test
    void goesOnFromAFolderThatWasMadeByTheKeyboard() {
        MailboxView mailbox = withFolders();
        Page page = mailbox.page();
        page.getByTestId("folder-new-top").press("Enter");
        page.getByTestId("folder-name").fill("Bühne & mehr");
        page.keyboard().press("Enter");

        assertThat(item(mailbox, "Bühne & mehr")).isFocused();
        page.keyboard().press("F2");
        page.getByTestId("folder-name").fill("日本語");
        page.keyboard().press("Enter");

        assertThat(item(mailbox, "日本語")).isFocused();
        assertThat(item(mailbox, "Bühne & mehr")).hasCount(0);
    }

    @Test
    void ordersFoldersByDraggingOneBesideAnother() {
        MailboxView mailbox = withFolders();
        mailbox.dragFolder("Travel", "Projects", 0.05);

        assertThat(mailbox.page().locator("[role=treeitem][draggable=true] [data-testid=folder]"))
                .hasText(new String[] {"Travel1", "Projects1", "Oriel1"});
        assertThat(mailbox.toast()).hasCount(0);
    }

    @Test
    void marksASavedSearchAndNotItsFolderToo() {
        MailboxView mailbox = withFolders();
        Page page = mailbox.page();
        page.getByTestId("search-input").fill("is:unread");
        page.getByTestId("search-input").press("Enter");
        page.getByTestId("search-save").click();
        page.getByTestId("save-submit").click();

        assertThat(page.locator("#folder-list [aria-current]")).hasText(new String[] {"is:unread"});
        mailbox.folder("INBOX").click();

        assertThat(page.locator("#folder-list [aria-current]")).hasText(new String[] {"Inbox1"});
    }

    @Test
    void namesTheFilterThatHidesAllMessagesAndOffersToClearIt() {
        MailboxView mailbox = withFolders();
        mailbox.page().getByTestId("list-sort").click();
        mailbox.page().getByTestId("filter-flagged").click();
        mailbox.page().keyboard().press("Escape");

        assertThat(mailbox.page().locator("#list-empty")).containsText("“Flagged”");
        mailbox.page().getByTestId("empty-filter-clear").click();

        assertThat(mailbox.rows()).hasCount(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390})
    void keepsTheReadersToolsOnAPhoneWithinReach(int width) {
        mailboxes.add(ada, "INBOX", Samples.note("Note one"));
        MailboxView mailbox = login(browser(new Browser.NewContextOptions().setViewportSize(width, 700)))
                .signIn(ada, PASSWORD);
        mailbox.open("Note one");
        Page page = mailbox.page();

        assertTrue((Boolean) page.locator(".reader-tools").evaluate("tools => tools.scrollWidth <= tools.clientWidth"));
        page.getByTestId("reader-more").click();
        page.getByTestId("more-flag").click();

        assertThat(page.getByTestId("action-flag")).hasAttribute("aria-pressed", "true");
        page.getByTestId("reader-more").click();
        assertThat(page.getByTestId("more-copy")).hasText("Copy to…");
    }
}
