package oriel.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import oriel.browser.page.MailboxView;
import oriel.fixture.RunningOriel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Copies of messages in other folders, and tags. */
class FilingIT extends BrowserTest {

    /** What the mail server of these tests may take for a few hundred messages, in milliseconds. */
    private static final LocatorAssertions.ContainsTextOptions LONG =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private static final LocatorAssertions.HasTextOptions NONE =
            new LocatorAssertions.HasTextOptions().setTimeout(60_000);

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
        // A copy belongs to the conversation of its original.
        mailbox.page().getByTestId("list-sort").click();
        mailbox.page().getByTestId("show-conversations").click();
        assertThat(mailbox.page().getByTestId("list-total")).hasText("3 messages");
        mailbox.page().getByTestId("select-rows").click();
        mailbox.page().getByTestId("selected-more").click();
        mailbox.page().getByTestId("more-copy").click();
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

    private static Locator choice(MailboxView mailbox, String name) {
        return mailbox.page()
                .getByTestId("tag-choice")
                .filter(new Locator.FilterOptions().setHasText(name))
                .getByRole(AriaRole.CHECKBOX);
    }

    private static void add(MailboxView mailbox, String name) {
        mailbox.page().getByTestId("tags-new").fill(name);
        mailbox.page().getByTestId("tags-new").press("Enter");
    }

    private static void apply(MailboxView mailbox) {
        mailbox.page().getByTestId("tags-apply").click();
    }

    private static Locator tags(MailboxView mailbox, String subject) {
        return mailbox.row(subject).getByTestId("tag");
    }

    @Test
    void tagsByTheKeyboardAndTakesItBack() {
        MailboxView mailbox = withNotes();
        mailbox.page().getByTestId("list-scroll").focus();
        mailbox.page().keyboard().press("Home");
        mailbox.page().keyboard().press("l");
        choice(mailbox, "Important").check();
        add(mailbox, "Grüße & mehr");
        apply(mailbox);

        assertThat(tags(mailbox, "Note three")).hasText(new String[] {"Important", "Grüße & mehr"});
        mailbox.page().reload();
        assertThat(tags(mailbox, "Note three")).hasText(new String[] {"Important", "Grüße & mehr"});
        assertThat(tags(mailbox, "Note one")).hasCount(0);

        mailbox.page().getByTestId("list-scroll").focus();
        mailbox.page().keyboard().press("Home");
        mailbox.page().keyboard().press("l");
        choice(mailbox, "Important").uncheck();
        apply(mailbox);
        assertThat(tags(mailbox, "Note three")).hasText(new String[] {"Grüße & mehr"});
        mailbox.page().keyboard().press("Control+z");
        assertThat(tags(mailbox, "Note three")).hasCount(2);
    }

    @Test
    void tagsManyOfWhichSomeAreTaggedAlready() {
        MailboxView mailbox = withNotes();
        mailbox.row("Note two").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        mailbox.page().getByTestId("row-menu-tag").click();
        add(mailbox, "Project X");
        apply(mailbox);
        assertThat(tags(mailbox, "Note two")).hasText("Project X");

        mailbox.page().getByTestId("select-rows").click();
        mailbox.page().getByTestId("selected-more").click();
        mailbox.page().getByTestId("more-tag").click();
        assertThat(choice(mailbox, "Project X"))
                .isChecked(new LocatorAssertions.IsCheckedOptions().setIndeterminate(true));
        choice(mailbox, "Project X").click();
        apply(mailbox);
        assertThat(mailbox.rows().getByTestId("tag")).hasCount(3);

        mailbox.page().getByTestId("toast-undo").click();
        assertThat(mailbox.rows().getByTestId("tag")).hasCount(1);
        assertThat(tags(mailbox, "Note two")).hasCount(1);
    }

    @Test
    void findsWhatIsTaggedAndTakesTagsAwayInTheReader() {
        MailboxView mailbox = withNotes();
        mailbox.read("Note two");
        mailbox.action("tag").click();
        add(mailbox, "Project X");
        apply(mailbox);
        Locator inReader = mailbox.page().getByTestId("reader-tags").getByTestId("tag");
        assertThat(inReader).hasText("Project X");

        mailbox.page().getByTestId("search-input").fill("tag:\"project x\"");
        mailbox.page().getByTestId("search-input").press("Enter");
        assertThat(mailbox.rows()).hasCount(1);
        mailbox.open("Note two").page().getByTestId("tag-take").click();

        assertThat(inReader).hasCount(0);
        assertThat(mailbox.rows()).hasCount(0);
        assertThat(mailbox.page().getByTestId("reader-gone")).isHidden();
    }

    @Test
    void explainsWhatATagCannotBeCalled() {
        MailboxView mailbox = withNotes();
        mailbox.read("Note two");
        mailbox.page().keyboard().press("l");

        add(mailbox, "a) FLAGS (\\Deleted");

        assertThat(mailbox.page().getByTestId("tags-problem")).containsText("can't be called that");
        mailbox.page().getByTestId("tags-cancel").click();
        assertThat(mailbox.rows()).hasCount(3);
    }

    @Test
    void offersInTheMenuWhatANarrowScreenHasNoRoomFor() {
        mailboxes.add(ada, "INBOX", Samples.note("Note one"));
        MailboxView mailbox = login(browser(new Browser.NewContextOptions().setViewportSize(320, 640)))
                .signIn(ada, RunningOriel.PASSWORD);
        mailbox.page().getByTestId("select-rows").click();

        mailbox.page().getByTestId("selected-more").click();
        mailbox.page().getByTestId("more-flag").click();

        assertThat(mailbox.row("Note one")).hasAttribute("data-flagged", "true");
        mailbox.page().getByTestId("selection-clear").click();
        assertThat(mailbox.page().getByTestId("selection")).isHidden();
    }

    @Test
    void tagsAndCopiesAllOfAFolderInPiecesAndTakesItBack() {
        IntStream.rangeClosed(1, 520)
                .forEach(each -> mailboxes.add(ada, "INBOX", Samples.note("Note %04d".formatted(each))));
        MailboxView mailbox = withNotes();
        Page page = mailbox.page();
        page.getByTestId("select-rows").click();
        page.getByTestId("select-whole").click();
        assertThat(page.locator("#selection-count")).containsText("523 selected", LONG);

        page.keyboard().press("l");
        choice(mailbox, "Later").check();
        apply(mailbox);
        assertThat(mailbox.toast()).containsText("Tagged Later", LONG);
        page.getByTestId("search-input").fill("tag:later");
        page.waitForURL("**search=tag*");
        assertThat(page.getByTestId("list-total")).containsText("523", LONG);
        page.getByTestId("list-scroll").focus();
        page.keyboard().press("Control+z");
        assertThat(page.getByTestId("list-total")).hasText("0 messages", NONE);

        page.getByTestId("search-clear").click();
        assertThat(page.getByTestId("list-total")).containsText("523");
        page.getByTestId("select-rows").click();
        page.getByTestId("select-whole").click();
        page.getByTestId("selected-more").click();
        page.getByTestId("more-copy").click();
        choose(mailbox, "proj");
        assertThat(mailbox.toast()).containsText("Copied to Projects", LONG);
        assertThat(mailbox.folder("Projects")).hasAttribute("data-unread", "524");
        page.getByTestId("toast-undo").click();
        assertThat(mailbox.toast()).containsText("Undone", LONG);
        assertThat(mailbox.folder("Projects")).hasAttribute("data-unread", "1");
    }
}
