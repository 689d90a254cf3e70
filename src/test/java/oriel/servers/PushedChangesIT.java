package oriel.servers;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import oriel.browser.page.MailboxView;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What another mail program does at the stand-in for Outlook.com shows up in the open page. */
class PushedChangesIT extends OutlookInBrowser {

    @Test
    void showsNewMailFlagsAndDeletionsWithoutAReload() throws IOException {
        MailboxView mailbox = watching();
        mailbox.page().evaluate("window.loaded = true");

        add("Fourth");
        assertThat(mailbox.rows().first()).containsText("Fourth");
        assertThat(mailbox.page()).hasTitle("(4) Inbox \u2013 Oriel");
        flag("\\Seen", "Second");
        assertThat(mailbox.row("Second")).hasAttribute("data-unread", "false");
        assertThat(mailbox.folder("INBOX")).hasAttribute("data-unread", "3");
        expunge("Third");
        assertThat(mailbox.rows()).hasCount(3);

        assertThat(mailbox.page()).hasTitle("(2) Inbox \u2013 Oriel");
        assertThat((Boolean) mailbox.page().evaluate("window.loaded")).isTrue();
        assertThat(servers.strict().violations()).isEmpty();
    }

    @Test
    void showsItInTwentyPagesOverThreeConnections() throws IOException {
        MailboxView first = watching();
        List<MailboxView> all = IntStream.range(0, 20)
                .mapToObj(each -> {
                    Page page = first.page().context().newPage();
                    page.navigate(address() + "/mail");
                    page.locator("body[data-live=true]").waitFor();
                    return new MailboxView(page);
                })
                .toList();

        add("Fourth");

        all.forEach(mailbox -> assertThat(mailbox.row("Fourth")).isVisible());
        assertThat(servers.strict().most(user)).isLessThanOrEqualTo(3);
        assertThat(servers.strict().violations()).isEmpty();
    }

    /** Waits until the page hears what others do: a flag comes. */
    private MailboxView watching() {
        MailboxView mailbox = signIn();
        mailbox.page().locator("body[data-live=true]").waitFor();
        flag("\\Flagged", "First");
        assertThat(mailbox.row("First")).hasAttribute("data-flagged", "true");
        return mailbox;
    }

    private void flag(String flag, String subject) {
        servers.outlook().doveadm("flags", "add", "-u", user, flag, "mailbox", "INBOX", "subject", subject);
    }

    private void expunge(String subject) {
        servers.outlook().doveadm("expunge", "-u", user, "mailbox", "INBOX", "subject", subject);
    }
}
