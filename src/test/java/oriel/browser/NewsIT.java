package oriel.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.browser.page.LoginView;
import oriel.browser.page.MailboxView;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Notifications of new mail: for those who asked for them, when they do not look, and once. */
class NewsIT extends BrowserTest {

    /** In place of the browser's own, which nobody sees: pages of one browser write down what they tell, and do not have the focus. */
    private static final String NOTIFICATIONS = """
            if (window === top && location.protocol === 'http:') {
              window.asked = 0;
              window.focused = false;
              Document.prototype.hasFocus = () => window.focused;
              window.told = () => JSON.parse(localStorage.getItem('test.told') ?? '[]');
              window.Notification = class {
                static permission = 'default';
                static async requestPermission() {
                  window.asked++;
                  return (Notification.permission = '%s');
                }
                constructor(title, { body, tag }) {
                  localStorage.setItem('test.told', JSON.stringify([...window.told(), title + ': ' + body]));
                  window.last = this;
                }
                close() {}
              };
              if (localStorage.getItem('test.told')) Notification.permission = 'granted';
            }
            """;

    @BeforeEach
    void oneMessage() {
        mailboxes.add(ada, "INBOX", Samples.note("Old"));
    }

    @Test
    void tellsOfNewMailOnceHoweverManyPagesAreOpen() {
        MailboxView first = notified(open("granted"));
        List<MailboxView> others = Stream.of(1, 2).map(each -> another(first)).toList();

        mailboxes.add(ada, "INBOX", Samples.note("Lunch"));
        awaitTold(first, 1);
        mailboxes.add(ada, "INBOX", Samples.note("Dinner"));
        awaitTold(first, 2);
        others.forEach(page -> assertThat(page.row("Dinner")).isVisible());

        assertThat(told(first)).containsExactly("Grace Hopper: Lunch", "Grace Hopper: Dinner");
    }

    @Test
    void tellsNothingToSomebodyWhoLooks() {
        MailboxView mailbox = notified(open("granted"));

        focus(mailbox, true);
        mailboxes.add(ada, "INBOX", Samples.note("Seen anyway"));
        assertThat(mailbox.row("Seen anyway")).isVisible();
        assertThat(mailbox.page()).hasTitle("(2) Inbox \u2013 Oriel");
        focus(mailbox, false);
        mailboxes.add(ada, "INBOX", Samples.note("While away"));
        awaitTold(mailbox, 1);

        assertThat(told(mailbox)).containsExactly("Grace Hopper: While away");
    }

    @Test
    void opensTheMessageByAClick() {
        MailboxView mailbox = notified(open("granted"));

        mailboxes.add(ada, "INBOX", Samples.note("Lunch"));
        awaitTold(mailbox, 1);
        mailbox.page().evaluate("window.last.onclick()");

        assertThat(mailbox.subject()).hasText("Lunch");
    }

    @Test
    void asksOnlyOnAClickAndExplainsARefusal() {
        MailboxView mailbox = open("denied");
        assertThat((Integer) mailbox.page().evaluate("window.asked")).isZero();

        mailbox.page().getByTestId("user-menu").click();
        mailbox.page().getByTestId("news-notify").click();

        assertThat(mailbox.page().locator("#news-why")).containsText("does not let Oriel show notifications");
        assertThat(mailbox.page().getByTestId("news-notify")).not().isChecked();
        assertThat((Integer) mailbox.page().evaluate("window.asked")).isOne();
    }

    private MailboxView open(String permission) {
        Page page = browser(new Browser.NewContextOptions().setViewportSize(1400, 900));
        page.context().addInitScript(NOTIFICATIONS.formatted(permission));
        return connected(new LoginView(page, address()).open().signIn(ada, PASSWORD));
    }

    /** Asks for notifications, and waits until mail that comes is news. */
    private MailboxView notified(MailboxView mailbox) {
        mailbox.page().getByTestId("user-menu").click();
        mailbox.page().getByTestId("news-notify").click();
        assertThat(mailbox.page().getByTestId("news-notify")).isChecked();
        mailbox.page().getByTestId("user-menu").click();
        mailbox.page()
                .waitForFunction("() => Object.keys(localStorage).some(key => key.startsWith('oriel.news.told'))");
        mailbox.page().evaluate("localStorage.setItem('test.told', '[]')");
        return mailbox;
    }

    private MailboxView another(MailboxView mailbox) {
        Page page = mailbox.page().context().newPage();
        page.navigate(address() + "/mail");
        return connected(new MailboxView(page));
    }

    private static MailboxView connected(MailboxView mailbox) {
        mailbox.page().locator("body[data-live=true]").waitFor();
        return mailbox;
    }

    private static void focus(MailboxView mailbox, boolean focused) {
        mailbox.page()
                .evaluate(
                        "on => { window.focused = on; window.dispatchEvent(new Event(on ? 'focus' : 'blur')); }",
                        focused);
    }

    private static void awaitTold(MailboxView mailbox, int count) {
        mailbox.page().waitForFunction("count => window.told().length >= count", count);
    }

    @SuppressWarnings("unchecked")
    private static List<String> told(MailboxView mailbox) {
        return (List<String>) mailbox.page().evaluate("window.told()");
    }
}
