package oriel.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import oriel.browser.page.LoginView;
import oriel.fixture.Chromium;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What all tests in a browser share: a Chromium, and a fresh profile for each test. A test also fails if the browser's
 * console tells of an error, or if anything but Oriel was asked for something.
 */
public abstract class InBrowser {

    private static final Path SCREENSHOTS = Path.of(System.getProperty("oriel.target", "target"), "screenshots");

    private static Chromium chromium;

    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private TestInfo test;

    /** Where Oriel answers, without a slash at the end. */
    protected abstract String address();

    @BeforeAll
    static void startBrowser() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @BeforeEach
    void begin(TestInfo test) {
        this.test = test;
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
            if (!request.url().startsWith(address())
                    && !isExpected(request.url())
                    && !request.url().matches("(data|about|blob):.*")) {
                complaints.add("asked " + request.url());
            }
        });
        return context.newPage();
    }

    protected Page browser() {
        return browser(new Browser.NewContextOptions().setViewportSize(1400, 900));
    }

    protected LoginView login(Page page) {
        return new LoginView(page, address()).open();
    }

    /** Whether the browser may ask for an address that is not Oriel's. */
    protected boolean isExpected(String url) {
        return false;
    }

    protected void allowRequestsElsewhere() {
        complaints.clear();
    }

    /** Leaves a picture of the page for people to look at. */
    protected void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(test.getTestClass().orElseThrow().getSimpleName() + "-" + name + ".png")));
    }
}
