package oriel.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.KeyboardModifier;
import jakarta.mail.Flags;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.browser.page.LoginView;
import oriel.browser.page.MailboxView;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What is changed in one page shows up in the user's other pages, and in nobody else's. */
class PushIT extends BrowserTest {

    private final String grace = mailboxes.newUser(PASSWORD);

    @BeforeEach
    void threeMessages() {
        IntStream.rangeClosed(1, 3).forEach(i -> mailboxes.add(ada, "INBOX", Samples.note("Message " + i)));
        mailboxes.add(grace, "INBOX", Samples.note("For Grace"));
    }

    @Test
    void showsInOtherPagesWhatWasFlaggedReadAndDeletedInOne() {
        MailboxView here = signIn(ada);
        MailboxView there = connected(signIn(ada));

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
        MailboxView here = signIn(ada).open("Message 2");
        MailboxView there = connected(signIn(ada)).open("Message 2");

        here.action("delete").click();

        assertThat(there.page().getByTestId("reader-gone")).containsText("deleted or moved elsewhere");
        assertThat(there.subject()).hasText("Message 2");
        assertThat(there.rows()).hasCount(2);
        there.open("Message 1");
        assertThat(there.page().getByTestId("reader-gone")).isHidden();
    }

    @Test
    void opensTheNextMessageAfterItsOwnDeletion() {
        MailboxView mailbox = connected(signIn(ada)).open("Message 2");

        mailbox.action("delete").click();

        assertThat(mailbox.subject()).hasText("Message 1");
        assertThat(mailbox.page().getByTestId("reader-gone")).isHidden();
    }

    @Test
    void catchesUpAfterTheNetworkWasAway() {
        MailboxView mailbox = connected(signIn(ada));

        mailbox.page().context().setOffline(true);
        mailboxes.add(ada, "INBOX", Samples.note("Meanwhile"));
        mailbox.page().context().setOffline(false);

        assertThat(mailbox.row("Meanwhile")).isVisible();
        allowRequestsElsewhere();
    }

    @Test
    void showsWhatAnotherMailProgramDoes() {
        MailboxView mailbox = watching(signIn(ada));

        mailboxes.add(ada, "INBOX", Samples.note("Fourth"));
        assertThat(mailbox.rows().first()).containsText("Fourth");
        assertThat(mailbox.page()).hasTitle("(4) Inbox \u2013 Oriel");
        mailboxes.expunge(ada, PASSWORD, "INBOX", "Message 1");

        assertThat(mailbox.rows()).hasCount(3);
        assertThat(mailbox.page()).hasTitle("(3) Inbox \u2013 Oriel");
    }

    @Test
    void movesNoRowUnderThePointer() {
        MailboxView mailbox = watching(signIn(ada));
        mailbox.row("Message 2").hover();
        BoundingBox before = mailbox.row("Message 2").boundingBox();

        mailboxes.add(ada, "INBOX", Samples.note("Fourth"));
        mailboxes.add(ada, "INBOX", Samples.note("Fifth"));
        assertThat(mailbox.page().getByTestId("new-mail")).hasText("2 new messages");
        mailboxes.expunge(ada, PASSWORD, "INBOX", "Message 3");
        assertThat(mailbox.row("Message 3")).hasCount(0);
        assertThat(mailbox.row("Message 2").boundingBox())
                .usingRecursiveComparison()
                .isEqualTo(before);
        mailbox.page().getByTestId("new-mail").click();

        assertThat(mailbox.rows().first()).containsText("Fifth");
        assertThat(mailbox.page().getByTestId("new-mail")).isHidden();
    }

    @Test
    void keepsThePlaceInALongListAndTheSelection() {
        IntStream.rangeClosed(4, 200).forEach(i -> mailboxes.add(ada, "INBOX", Samples.note("Message " + i)));
        MailboxView mailbox = watching(signIn(ada));
        mailbox.page().mouse().move(5, 5);
        mailbox.page()
                .evaluate(
                        "document.getElementById('list-scroll').scrollTop = 100 * document.querySelector('.row').offsetHeight");
        mailbox.row("Message 95").click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL)));
        mailbox.page().mouse().move(5, 5);
        BoundingBox before = mailbox.row("Message 95").boundingBox();

        mailboxes.add(ada, "INBOX", Samples.note("Newest"));
        assertThat(mailbox.page().getByTestId("new-mail")).hasText("1 new message");
        mailboxes.expunge(ada, PASSWORD, "INBOX", "Message 150");
        mailboxes.expunge(ada, PASSWORD, "INBOX", "Message 97");
        assertThat(mailbox.row("Message 97")).hasCount(0);
        assertThat(mailbox.page().getByTestId("list-total")).containsText("199");

        assertThat(mailbox.row("Message 95").boundingBox())
                .usingRecursiveComparison()
                .isEqualTo(before);
        assertThat(mailbox.row("Message 95")).hasAttribute("aria-selected", "true");
        assertThat(mailbox.row("Message 95")).hasAttribute("aria-rowindex", "105");
    }

    @Test
    void letsNobodyElseListen() {
        MailboxView first = connected(signIn(ada));
        String address = (String) first.page().evaluate("document.getElementById('texts').dataset.push");
        Page other = connected(signIn(grace)).page();
        Page stranger = login(browser()).page();

        assertThat(socket(first.page(), address)).isEqualTo("open");
        assertThat(socket(first.page(), address + "0")).isEqualTo("refused");
        assertThat(socket(other, address)).isEqualTo("refused");
        assertThat(socket(stranger, address)).isEqualTo("refused");
        allowRequestsElsewhere();
    }

    @Test
    void tellsOnlyTheFolderAndOnlyItsOwner() {
        MailboxView here = signIn(ada);
        Page there = listening(connected(signIn(ada)).page());
        Page other = listening(connected(signIn(grace)).page());

        here.open("Message 2");
        there.waitForFunction("() => window.heard.length > 0");

        assertThat((String) there.evaluate("Object.keys(JSON.parse(window.heard[0])).sort().join()"))
                .isEqualTo("folder,stamp");
        // Of her own mail alone, which her index has just learnt.
        String stamps = "window.heard.map((told) => JSON.parse(told).stamp).join()";
        assertThat((String) other.evaluate(stamps))
                .doesNotContain((String) there.evaluate("JSON.parse(window.heard[0]).stamp"));
    }

    @Test
    void endsTheSocketsOfASessionThatSignsOut() {
        MailboxView mailbox = connected(signIn(ada));
        Page second = mailbox.page().context().newPage();
        second.navigate(address() + "/mail");

        new MailboxView(second).signOut();

        assertThat(mailbox.toast()).containsText("session has ended");
        allowRequestsElsewhere();
    }

    @Test
    void tellsTheLastUserOfABrowserNothingOfTheNextOne() {
        MailboxView first = connected(signIn(ada));
        Page other = first.page().context().newPage();
        other.navigate(address() + "/login");

        connected(new LoginView(other, address()).signIn(grace, PASSWORD));
        assertThat(first.toast()).containsText("Somebody else is signed in now");
        mailboxes.add(grace, "INBOX", Samples.note("Secret of Grace"));
        assertThat(new MailboxView(other).row("Secret of Grace")).isVisible();

        assertThat(first.row("Secret of Grace")).hasCount(0);
        assertThat(first.row("Message 1")).isVisible();
        allowRequestsElsewhere();
    }

    /** Waits until the page has its socket. */
    private static MailboxView connected(MailboxView mailbox) {
        mailbox.page().locator("body[data-live=true]").waitFor();
        return mailbox;
    }

    /** Waits until the page would also hear of what is done elsewhere: a flag comes and goes. */
    private MailboxView watching(MailboxView mailbox) {
        connected(mailbox);
        mailboxes.flag(ada, PASSWORD, "INBOX", "Message 1", Flags.Flag.FLAGGED, true);
        assertThat(mailbox.row("Message 1")).hasAttribute("data-flagged", "true");
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
