package oriel.browser;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.browser.page.MailboxView;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

class ActionsIT extends BrowserTest {

    @BeforeEach
    void threeMessages() {
        List.of("First", "Second", "Third").forEach(subject -> mailboxes.add(ada, "INBOX", Samples.note(subject)));
        mailboxes.add(ada, "Projects", Samples.note("Plan"));
    }

    @ParameterizedTest
    @CsvSource({"delete,Deleted", "archive,Archive", "junk,Junk"})
    void movesAMessageAndBackAgain(String action, String folder) {
        MailboxView mailbox = signIn(ada).open("Second");

        mailbox.action(action).click();
        assertThat(mailbox.rows()).hasCount(2);
        mailbox.folder(folder).click();
        assertThat(mailbox.row("Second")).isVisible();
        mailbox.page().getByTestId("toast-undo").click();
        assertThat(mailbox.rows()).hasCount(0);
        mailbox.folder("INBOX").click();

        assertThat(mailbox.row("Second")).isVisible();
        assertThat(mailbox.rows()).hasCount(3);
    }

    @Test
    void movesToAFolderThatIsFoundByTyping() {
        MailboxView mailbox = signIn(ada).open("First");

        mailbox.action("move").click();
        mailbox.page().locator("#move-filter").fill("proj");
        mailbox.page().locator("#move-filter").press("Enter");
        assertThat(mailbox.rows()).hasCount(2);
        mailbox.folder("Projects").click();

        assertThat(mailbox.row("First")).isVisible();
    }

    @Test
    void asksBeforeItDeletesForGood() {
        mailboxes.add(ada, "Deleted", Samples.note("Old"));
        MailboxView mailbox = signIn(ada);
        mailbox.folder("Deleted").click();
        mailbox.open("Old");

        mailbox.action("delete").click();
        mailbox.page().locator("#confirm-dialog button:not(.danger)").click();
        assertThat(mailbox.row("Old")).isVisible();
        mailbox.action("delete").click();
        mailbox.page().locator("#confirm-dialog .danger").click();

        assertThat(mailbox.rows()).hasCount(0);
    }

    @Test
    void flagsAndMarksUnreadAndKeepsItOverAReload() {
        MailboxView mailbox = signIn(ada).open("Third");
        assertThat(mailbox.row("Third")).hasAttribute("data-unread", "false");

        mailbox.action("flag").click();
        assertThat(mailbox.row("Third")).hasAttribute("data-flagged", "true");
        mailbox.action("unread").click();
        assertThat(mailbox.folder("INBOX")).hasAttribute("data-unread", "3");
        mailbox.page().navigate(oriel.address() + "/mail");

        assertThat(mailbox.row("Third")).hasAttribute("data-flagged", "true");
        assertThat(mailbox.row("Third")).hasAttribute("data-unread", "true");
    }

    @Test
    void doesAllOfItByKeyboard() {
        MailboxView mailbox = signIn(ada);

        mailbox.page().getByTestId("list-scroll").focus();
        mailbox.page().keyboard().press("ArrowDown");
        mailbox.page().keyboard().press("Enter");
        assertThat(mailbox.subject()).hasText("Third");
        mailbox.page().keyboard().press("ArrowDown");
        assertThat(mailbox.subject()).hasText("Second");
        mailbox.page().keyboard().press("Delete");
        assertThat(mailbox.rows()).hasCount(2);
        assertThat(mailbox.subject()).hasText("First");
        mailbox.page().keyboard().press("Control+z");
        assertThat(mailbox.rows()).hasCount(3);
        mailbox.page().keyboard().press("Escape");

        assertThat(mailbox.page().getByTestId("reader")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flag", "delete", "archive"})
    void saysSoWhenTheMessageWasDeletedElsewhereMeanwhile(String action) {
        MailboxView mailbox = signIn(ada).open("Second");
        assertThat(mailbox.row("Second")).hasAttribute("data-unread", "false");

        mailboxes.expunge(ada, PASSWORD, "INBOX");
        mailbox.action(action).click();

        assertThat(mailbox.toast()).containsText("no longer there");
        assertThat(mailbox.rows()).hasCount(0);
    }

    @Test
    void showsWhatArrivedMeanwhile() {
        MailboxView mailbox = signIn(ada);

        mailboxes.add(ada, "INBOX", Samples.note("Fourth"));
        mailbox.page().locator("#refresh").click();

        assertThat(mailbox.rows().first()).containsText("Fourth");
        assertThat(mailbox.page().getByTestId("list-total")).containsText("4");
    }
}
