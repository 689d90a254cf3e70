package oriel.servers;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import oriel.browser.page.MailboxView;
import oriel.fixture.Mails;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Lists that only the index can give, on a server that can neither sort nor thread. */
class IndexedListIT extends OutlookInBrowser {

    private MailboxView mailbox;

    private MailboxView indexed() {
        mailbox = signIn();
        assertThat(mailbox.rows()).hasCount(3);
        sort("subject");
        assertThat(mailbox.page().locator("#list-note")).isHidden();
        return mailbox;
    }

    private void sort(String by) {
        mailbox.page().getByTestId("list-sort").click();
        mailbox.page().getByTestId("sort-" + by).click();
    }

    private void search(String words) {
        mailbox.page().getByTestId("search-input").fill(words);
    }

    private List<String> subjects() {
        return mailbox.rows().locator("[data-testid=row-subject]").allInnerTexts();
    }

    @Test
    void sortsBothWaysAndComesBackToIt() {
        indexed();
        assertThat(mailbox.rows().first()).containsText("First");

        sort("subject");

        assertThat(mailbox.rows().first()).containsText("Third");
        assertThat(subjects()).containsExactly("Third", "Second", "First");
        assertThat(mailbox.page()).hasURL(Pattern.compile(".*sort=subject.*"));
        mailbox.page().reload();
        assertThat(mailbox.rows().first()).containsText("Third");
        sort("date");
        assertThat(mailbox.rows().first()).containsText("Third");
        assertThat(servers.strict().violations()).isEmpty();
    }

    @Test
    void findsWhatIsTypedAndMarksIt() throws IOException {
        indexed();
        Page page = mailbox.page();

        search("subject:sec");

        assertThat(mailbox.rows()).hasCount(1);
        assertThat(mailbox.rows().locator("mark")).hasText("Sec");
        page.getByTestId("search-clear").click();
        assertThat(mailbox.rows()).hasCount(3);
        search("nothing-like-it");
        assertThat(page.locator("#list-empty")).containsText("Nothing was found for “nothing-like-it”.");
        search("is:great");
        assertThat(page.locator("#list-note")).containsText("is:unread");
        page.goBack();
        page.goBack();
        assertThat(servers.strict().violations()).isEmpty();
    }

    @Test
    void findsInTextsByTheServersHelp() throws IOException {
        ledger.add("INBOX", Mails.plain("<hidden@oriel.test>", "Fourth", "the quicksilver is in the cellar"));
        mailbox = signIn();
        assertThat(mailbox.rows()).hasCount(4);

        search("quicksilver");

        assertThat(mailbox.rows()).hasCount(1);
        assertThat(mailbox.rows().first()).containsText("Fourth");
        assertThat(mailbox.page().getByTestId("search-progress")).isHidden();
        assertThat(servers.strict().violations()).isEmpty();
    }

    @Test
    void narrowsToWhatIsUnread() {
        indexed();
        mailbox.read("Second");

        mailbox.page().getByTestId("list-sort").click();
        mailbox.page().getByTestId("filter-unread").click();

        assertThat(mailbox.rows()).hasCount(2);
        picture(mailbox.page(), "unread");
        mailbox.page().keyboard().press("Escape");
        mailbox.page().getByTestId("filter-clear").click();
        assertThat(mailbox.rows()).hasCount(3);
    }
}
