package oriel.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import oriel.browser.page.LoginView;
import oriel.browser.page.MailboxView;
import oriel.fixture.Chromium;
import oriel.fixture.Mailboxes;
import oriel.fixture.RunningOriel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the browser tests share: a running Oriel, a Chromium, a fresh browser profile and empty mailboxes for each test.
 * A test also fails if the browser's console tells of an error, or if anything but Oriel was asked for something.
 */
abstract class BrowserTest {

    protected static final String ADA = RunningOriel.ADA;
    protected static final String GRACE = RunningOriel.GRACE;
    protected static final String PASSWORD = RunningOriel.PASSWORD;

    private static Chromium chromium;

    protected final RunningOriel oriel = RunningOriel.get();
    protected final Mailboxes mailboxes = new Mailboxes(oriel.mail());
    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private TestInfo test;

    @BeforeAll
    static void startBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @BeforeEach
    void clear(TestInfo test) {
        this.test = test;
        mailboxes.clear(ADA);
        mailboxes.clear(GRACE);
    }

    @AfterEach
    void noComplaints() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints)
                .as("errors in the browser's console, and requests elsewhere")
                .isEmpty();
    }

    /** A browser of its own, with the size, colour scheme and so on that the test wants. */
    protected Page browser(Browser.NewContextOptions options) {
        BrowserContext context = chromium.browser().newContext(options);
        contexts.add(context);
        context.onConsoleMessage(message -> {
            // The browser itself calls every refused sign-in and every message that is gone an error.
            if (message.type().equals("error") && !message.text().contains("the server responded with a status")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        context.onRequest(request -> {
            if (!request.url().startsWith(oriel.address()) && !request.url().matches("(data|about|blob):.*")) {
                complaints.add("asked " + request.url());
            }
        });
        return context.newPage();
    }

    protected Page browser() {
        return browser(new Browser.NewContextOptions().setViewportSize(1400, 900));
    }

    protected LoginView login(Page page) {
        return new LoginView(page, oriel.address()).open();
    }

    protected MailboxView signIn(String address) {
        return login(browser()).signIn(address, PASSWORD);
    }

    protected void allowRequestsElsewhere() {
        complaints.clear();
    }

    /** Leaves a picture of the page for people to look at. */
    protected void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(RunningOriel.screenshots()
                        .resolve(test.getTestClass().orElseThrow().getSimpleName() + "-" + name + ".png")));
    }
}
