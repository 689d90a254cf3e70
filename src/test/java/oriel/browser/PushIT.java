package oriel.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.browser.page.LoginView;
import oriel.browser.page.MailboxView;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What is changed in one page shows up in the user's other pages, and in nobody else's. */
class PushIT extends BrowserTest {

    @BeforeEach
    void threeMessages() {
        IntStream.rangeClosed(1, 3).forEach(i -> mailboxes.add(ADA, "INBOX", Samples.note("Message " + i)));
        mailboxes.add(GRACE, "INBOX", Samples.note("For Grace"));
    }

    @Test
    void showsInOtherPagesWhatWasFlaggedReadAndDeletedInOne() {
        MailboxView here = signIn(ADA);
        MailboxView there = connected(signIn(ADA));

        here.open("Message 2");
        assertThat(there.row("Message 2")).hasAttribute("data-unread", "false");
        assertThat(there.folder("INBOX")).hasAttribute("data-unread", "2");
        assertThat(there.page()).hasTitle("(2) Inbox \u2013 Oriel");
        here.action("flag").click();
        assertThat(there.row("Message 2")).hasAttribute("data-flagged", "true");
        here.action("delete").click();

        assertThat(there.rows()).hasCount(2);
        assertThat(there.folder("Deleted")).isVisible();
    }

    @Test
    void leavesTheReaderOpenWhenItsMessageIsDeletedElsewhere() {
        MailboxView here = signIn(ADA).open("Message 2");
        MailboxView there = connected(signIn(ADA)).open("Message 2");

        here.action("delete").click();

        assertThat(there.page().getByTestId("reader-gone")).containsText("deleted or moved elsewhere");
        assertThat(there.subject()).hasText("Message 2");
        assertThat(there.rows()).hasCount(2);
        there.open("Message 1");
        assertThat(there.page().getByTestId("reader-gone")).isHidden();
    }

    @Test
    void opensTheNextMessageAfterItsOwnDeletion() {
        MailboxView mailbox = connected(signIn(ADA)).open("Message 2");

        mailbox.action("delete").click();

        assertThat(mailbox.subject()).hasText("Message 1");
        assertThat(mailbox.page().getByTestId("reader-gone")).isHidden();
    }

    @Test
    void catchesUpAfterTheNetworkWasAway() {
        MailboxView mailbox = connected(signIn(ADA));

        mailbox.page().context().setOffline(true);
        mailboxes.add(ADA, "INBOX", Samples.note("Meanwhile"));
        mailbox.page().context().setOffline(false);

        assertThat(mailbox.row("Meanwhile")).isVisible();
        allowRequestsElsewhere();
    }

    @Test
    void letsNobodyElseListen() {
        MailboxView ada = connected(signIn(ADA));
        String address = (String) ada.page().evaluate("document.getElementById('texts').dataset.push");
        Page grace = connected(signIn(GRACE)).page();
        Page stranger = login(browser()).page();

        assertThat(socket(ada.page(), address)).isEqualTo("open");
        assertThat(socket(ada.page(), address + "0")).isEqualTo("refused");
        assertThat(socket(grace, address)).isEqualTo("refused");
        assertThat(socket(stranger, address)).isEqualTo("refused");
        allowRequestsElsewhere();
    }

    @Test
    void tellsOnlyTheFolderAndOnlyItsOwner() {
        MailboxView here = signIn(ADA);
        Page there = listening(connected(signIn(ADA)).page());
        Page grace = listening(connected(signIn(GRACE)).page());

        here.open("Message 2");
        there.waitForFunction("window.heard.length > 0");

        assertThat((String) there.evaluate("Object.keys(JSON.parse(window.heard[0])).sort().join()"))
                .isEqualTo("folder,stamp");
        assertThat(grace.evaluate("window.heard.length")).isEqualTo(0);
    }

    @Test
    void endsTheSocketsOfASessionThatSignsOut() {
        Browser.NewContextOptions options = new Browser.NewContextOptions();
        Page first = browser(options);
        MailboxView mailbox = connected(new LoginView(first, address()).open().signIn(ADA, PASSWORD));
        Page second = first.context().newPage();
        second.navigate(address() + "/mail");

        new MailboxView(second).signOut();

        assertThat(mailbox.toast()).containsText("session has ended");
        allowRequestsElsewhere();
    }

    /** Waits until the page has its socket. */
    private static MailboxView connected(MailboxView mailbox) {
        mailbox.page().locator("body[data-live=true]").waitFor();
        return mailbox;
    }

    private static Object socket(Page page, String address) {
        return page.evaluate("""
                address => new Promise(done => {
                  const socket = new WebSocket(new URL(address, location.href).href.replace(/^http/, 'ws'));
                  socket.onopen = () => { socket.close(); done('open'); };
                  socket.onclose = () => done('refused');
                })""", address);
    }

    /** Has the page write down what another socket of it hears. */
    private static Page listening(Page page) {
        page.evaluate("""
                () => new Promise(done => {
                  window.heard = [];
                  const address = document.getElementById('texts').dataset.push;
                  const socket = new WebSocket(new URL(address, location.href).href.replace(/^http/, 'ws'));
                  socket.onmessage = ({ data }) => data !== '{}' && window.heard.push(data);
                  socket.onopen = done;
                })""");
        return page;
    }
}
