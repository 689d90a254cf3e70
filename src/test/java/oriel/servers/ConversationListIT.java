package oriel.servers;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.KeyboardModifier;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import oriel.browser.page.MailboxView;
import oriel.fixture.Mails;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Lists of conversations, on a server that knows of none. */
class ConversationListIT extends OutlookInBrowser {

    /** More answers than are read at once. */
    private static final int LONG = 102;

    private MailboxView mailbox;

    @Test
    void groupsConversations() throws IOException {
        grouped();

        assertThat(mailbox.rows()).hasCount(3);
        assertThat(mailbox.row("Re: First").locator(".row-count")).hasText("2");
        mailbox.open("Re: First");
        assertThat(mailbox.page().getByTestId("thread").locator("li")).hasCount(2);
        mailbox.page().getByTestId("thread").locator("button").first().click();
        assertThat(mailbox.subject()).hasText("First");
        assertThat(mailbox.rows()).hasCount(3);
    }

    @Test
    void expandsAConversationInPlace() throws IOException {
        grouped();
        Page page = mailbox.page();
        Locator beneath = page.getByTestId("conversation-row");
        assertThat(mailbox.rows()).hasCount(3);
        assertThat(page.getByTestId("list-total")).hasText("3 conversations");

        mailbox.row("Re: First").locator(".row-count").click();

        assertThat(beneath).hasCount(2);
        assertThat(mailbox.row("Re: First")).hasAttribute("aria-expanded", "true");
        assertThat(mailbox.row("Re: First").locator(".row-count")).hasAttribute("aria-label", "2 messages, 2 unread");
        assertThat(page.getByTestId("list-scroll")).hasAttribute("role", "treegrid");
        double first = mailbox.rows().first().boundingBox().y;
        assertThat(beneath.first().boundingBox().y)
                .isCloseTo(first + mailbox.rows().first().boundingBox().height, within(2.0));
        assertThat(mailbox.rows().nth(1).boundingBox().y)
                .isGreaterThan(beneath.nth(1).boundingBox().y);
        picture(page, "expanded");

        beneath.nth(1).click();
        assertThat(mailbox.subject()).hasText("First");
        assertThat(beneath).hasCount(2);
        page.reload();
        assertThat(mailbox.subject()).hasText("First");
        assertThat(servers.strict().violations()).isEmpty();
    }

    @Test
    void goesThroughAConversationByTheKeyboard() throws IOException {
        grouped();
        Page page = mailbox.page();
        Locator beneath = page.getByTestId("conversation-row");
        assertThat(mailbox.rows()).hasCount(3);
        page.getByTestId("list-scroll").focus();

        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        assertThat(beneath).hasCount(2);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(beneath.nth(1)).hasClass(Pattern.compile(".*active.*"));
        page.keyboard().press("Insert");
        assertThat(beneath.nth(1)).hasAttribute("data-flagged", "true");
        assertThat(beneath.first()).hasAttribute("data-flagged", "false");
        page.keyboard().press("ArrowDown");
        assertThat(mailbox.rows().nth(1)).hasClass(Pattern.compile(".*active.*"));
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowLeft");
        assertThat(mailbox.rows().first()).hasClass(Pattern.compile(".*active.*"));
        page.keyboard().press("ArrowLeft");

        assertThat(beneath).hasCount(0);
        assertThat(mailbox.rows().first()).hasAttribute("aria-expanded", "false");
        assertThat(servers.strict().violations()).isEmpty();
    }

    @Test
    void opensTheNewestThatIsUnread() throws IOException {
        grouped();
        assertThat(mailbox.rows()).hasCount(3);
        mailbox.open("Re: First");
        assertThat(mailbox.row("Re: First").locator(".row-count")).hasAttribute("aria-label", "2 messages, 1 unread");
        mailbox.page().keyboard().press("Escape");

        mailbox.row("Re: First").click();

        assertThat(mailbox.subject()).hasText("First");
        assertThat(mailbox.page().getByTestId("thread").locator("li")).hasCount(2);
        assertThat(mailbox.row("Re: First").locator(".row-count")).hasAttribute("aria-label", "2 messages");
    }

    @Test
    void actsOnAMessageBeneathARowAlone() throws IOException {
        Locator beneath = expanded();
        Page page = mailbox.page();

        beneath.first().hover();
        beneath.first().locator("[data-row-action=delete]").click();

        assertThat(mailbox.rows()).hasCount(3);
        assertThat(mailbox.row("First")).hasAttribute("data-unread", "true");
        assertThat(mailbox.row("First").locator(".row-count")).hasCount(0);
        page.getByTestId("toast-undo").click();
        assertThat(mailbox.row("Re: First").locator(".row-count")).hasText("2");
        assertThat(servers.strict().violations()).isEmpty();
    }

    @Test
    void deletesAConversationOfTheListFromASentMessage() throws IOException {
        ledger.add(
                "Sent",
                Mails.written("From: ada@oriel.test\r\nTo: Grace <grace@oriel.test>\r\nSubject: Re: First\r\n"
                        + "Message-ID: <sent@oriel.test>\r\nIn-Reply-To: <answer@oriel.test>\r\n"
                        + "References: <answer@oriel.test>\r\n\r\nThanks.\r\n"));
        grouped();
        Page page = mailbox.page();
        assertThat(mailbox.row("Re: First").locator(".row-count")).hasText("3");
        mailbox.open("Re: First");
        page.getByTestId("thread").getByText("ada@oriel.test").click();
        assertThat(mailbox.text().locator("body")).containsText("Thanks.");

        page.getByTestId("thread-delete").click();

        assertThat(mailbox.rows()).hasCount(2);
        assertThat(mailbox.subject()).hasText("Third");
        page.getByTestId("toast-undo").click();
        assertThat(mailbox.rows()).hasCount(3);
        assertThat(mailbox.row("Re: First").locator(".row-count")).hasText("3");
    }

    @Test
    void choosesMessagesBeneathARowOneByOne() throws IOException {
        Locator beneath = expanded();
        Page page = mailbox.page();

        beneath.nth(1).hover();
        beneath.nth(1).getByTestId("row-check").click();
        assertThat(beneath.nth(1)).hasClass(Pattern.compile(".*chosen.*"));
        assertThat(beneath.first()).not().hasClass(Pattern.compile(".*chosen.*"));
        assertThat(page.locator("#selection-count")).hasText("1 selected");
        page.keyboard().press("Insert");

        assertThat(beneath.nth(1)).hasAttribute("data-flagged", "true");
        assertThat(beneath.first()).hasAttribute("data-flagged", "false");
        mailbox.rows().first().hover();
        mailbox.rows().first().getByTestId("row-check").click();
        assertThat(beneath.first()).hasClass(Pattern.compile(".*chosen.*"));
    }

    @Test
    void showsTheFlagOfAnOlderMessage() throws IOException {
        Locator beneath = expanded();
        beneath.nth(1).hover();
        beneath.nth(1).locator("[data-row-action=flag]").click();
        assertThat(mailbox.row("Re: First")).hasAttribute("data-flagged", "true");
        mailbox.row("Re: First").locator(".row-count").click();
        mailbox.page().reload();
        Locator flag = mailbox.row("Re: First").locator(".row-marks .flagged");
        assertThat(flag).hasAccessibleName("A message of this conversation is flagged");

        mailbox.row("Re: First").hover();
        mailbox.row("Re: First").locator("[data-row-action=flag]").click();

        assertThat(flag).hasCount(0);
        mailbox.row("Re: First").locator(".row-count").click();
        assertThat(beneath.nth(1)).hasAttribute("data-flagged", "false");
        assertThat(servers.strict().violations()).isEmpty();
    }

    @Test
    void takesBackWhatWasChosenBeforeTheListWasGrouped() throws IOException {
        Page page = browser();
        AtomicBoolean indexed = new AtomicBoolean();
        page.route("**/mailbox/rows?*", route -> {
            if (indexed.get()) {
                route.resume();
            } else {
                route.resume(new Route.ResumeOptions()
                        .setUrl(route.request().url().replace("conversations=true", "conversations=false")));
            }
        });
        mailbox = login(page).signIn(user, MailServers.PASSWORD);
        assertThat(mailbox.rows()).hasCount(3);
        Locator.ClickOptions added = new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL));
        mailbox.row("First").click(added);
        mailbox.row("Third").click(added);

        indexed.set(true);
        answer();
        page.getByTestId("new-mail").click();
        assertThat(mailbox.row("Re: First").locator(".row-count")).hasText("2");
        assertThat(page.locator("#selection-count")).hasText("2 selected");
        mailbox.row("Third").click(added);

        assertThat(page.locator("#selection-count")).hasText("1 selected");
    }

    @Test
    void showsAnOldMessageOfALongConversationWithTheOthers() throws IOException {
        for (int i = 0; i < LONG; i++) {
            answer("answer" + i);
        }
        mailbox = signIn();
        Page page = mailbox.page();
        assertThat(mailbox.row("Re: First").locator(".row-count")).hasText(Integer.toString(LONG + 1));
        mailbox.open("Re: First");
        page.waitForURL(Pattern.compile(".*message=\\d.*"));

        page.navigate(page.url().replaceFirst("(?<place>message=\\d+\\.)\\d+", "${place}1"));

        assertThat(mailbox.subject()).hasText("First");
        assertThat(page.locator("#thread-count")).containsText(Integer.toString(LONG + 1));
        page.locator("#thread-earlier").click();
        assertThat(page.getByTestId("thread").locator("li")).hasCount(LONG + 1);
        assertThat(page.getByTestId("thread").locator("[aria-current]")).hasCount(1);
    }

    @Test
    void listsMessagesOneByOneWhereThatIsWanted() throws IOException {
        grouped();
        Page page = mailbox.page();
        assertThat(mailbox.rows()).hasCount(3);

        page.getByTestId("list-sort").click();
        page.getByTestId("show-conversations").click();
        assertThat(mailbox.rows()).hasCount(4);
        page.reload();
        assertThat(mailbox.rows()).hasCount(4);
        page.getByTestId("list-sort").click();
        page.getByTestId("show-all-conversations").click();
        assertThat(page.getByTestId("show-all-conversations")).hasAttribute("aria-checked", "false");
        page.getByTestId("list-sort").click();
        page.getByTestId("show-all-conversations").click();

        assertThat(mailbox.rows()).hasCount(3);
    }

    @Test
    void deletesAConversationAsAWholeAndBringsItBack() throws IOException {
        grouped();
        assertThat(mailbox.rows()).hasCount(3);

        mailbox.row("Re: First").hover();
        mailbox.row("Re: First").locator("[data-row-action=delete]").click();
        assertThat(mailbox.rows()).hasCount(2);
        mailbox.page().getByTestId("toast-undo").click();

        assertThat(mailbox.rows()).hasCount(3);
        assertThat(mailbox.row("Re: First").locator(".row-count")).hasText("2");
        assertThat(servers.strict().violations()).isEmpty();
    }

    /** The messages of a conversation of two, beneath its row. */
    private Locator expanded() throws IOException {
        grouped();
        Locator beneath = mailbox.page().getByTestId("conversation-row");
        mailbox.row("Re: First").locator(".row-count").click();
        assertThat(beneath).hasCount(2);
        return beneath;
    }

    /** An answer to the first message, so that a row of three stands for two. */
    private void grouped() throws IOException {
        answer();
        mailbox = signIn();
        assertThat(mailbox.rows()).hasCount(3);
    }

    private void answer() throws IOException {
        answer("answer");
    }

    private void answer(String id) throws IOException {
        ledger.add(
                "INBOX",
                Mails.written("From: Grace <grace@oriel.test>\r\nTo: ada@oriel.test\r\nSubject: Re: First\r\n"
                        + "Message-ID: <" + id + "@oriel.test>\r\nIn-Reply-To: <First@oriel.test>\r\n"
                        + "References: <First@oriel.test>\r\n\r\nYes.\r\n"));
    }
}
