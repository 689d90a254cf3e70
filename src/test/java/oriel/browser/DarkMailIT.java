package oriel.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import oriel.browser.page.MailboxView;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** HTML mail read in the dark. */
class DarkMailIT extends BrowserTest {

    /** Texts on a plain ground whose contrast is below 4.5, and the ground, by the formula of WCAG 2.2. */
    private static final String UNREADABLE = """
            () => {
              const colour = (text) => { const [r = 0, g = 0, b = 0, a = 1] = text.match(/[\\d.]+/g).map(Number); return [r, g, b, a]; };
              const blend = (one, two) => one.slice(0, 3).map((each, i) => each * one[3] + two[i] * (1 - one[3]));
              const luminance = (rgb) => rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
              const ground = (element) => {
                const style = getComputedStyle(element);
                if (style.backgroundImage !== 'none') return null;
                const own = colour(style.backgroundColor);
                if (own[3] === 1) return own.slice(0, 3);
                const under = element.parentElement ? ground(element.parentElement) : [255, 255, 255];
                return under && blend(own, under);
              };
              const bad = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const text = texts.currentNode.textContent.trim();
                const on = text && texts.currentNode.parentElement.localName !== 'style' && ground(texts.currentNode.parentElement);
                if (!on) continue;
                const ink = blend(colour(getComputedStyle(texts.currentNode.parentElement).color), on);
                const [high, low] = [luminance(ink), luminance(on)].sort((a, b) => b - a);
                const contrast = (high + 0.05) / (low + 0.05);
                if (contrast < 4.5) bad.push(`${text}: ${contrast.toFixed(2)} of ${ink.map(Math.round)} on ${on.map(Math.round)}`);
              }
              return bad;
            }""";

    private MailboxView signInInTheDark() {
        Page page = browser(
                new Browser.NewContextOptions().setViewportSize(1400, 900).setColorScheme(ColorScheme.DARK));
        return login(page).signIn(ada, PASSWORD);
    }

    @Test
    void adaptsTheMailsColoursSoThatEverythingCanBeRead() {
        mailboxes.add(ada, "INBOX", Samples.COLOURFUL);
        MailboxView mailbox = signInInTheDark();

        mailbox.open("All colours");

        assertThat(mailbox.text().locator("body")).hasCSS("background-color", "rgb(29, 32, 38)");
        assertThat((List<?>) mailbox.text().locator("body").evaluate(UNREADABLE))
                .isEmpty();
        // What was dark or strong stays, and so does what stands on a picture.
        assertThat(mailbox.text().locator("td.head")).hasCSS("background-color", "rgb(17, 34, 68)");
        assertThat(mailbox.text().locator("td", new FrameLocator.LocatorOptions().setHasText("button")))
                .hasCSS("background-color", "rgb(255, 136, 0)");
        assertThat(mailbox.text().locator("i")).hasCSS("color", "rgb(17, 17, 17)");
        picture(mailbox.page(), "adapted");
    }

    @Test
    void showsAMessageInItsOwnColoursIfThatIsWanted() {
        mailboxes.add(ada, "INBOX", Samples.COLOURFUL);
        MailboxView mailbox = signInInTheDark();
        mailbox.open("All colours");

        mailbox.page().getByTestId("reader-more").click();
        mailbox.page().getByTestId("reader-scheme").click();

        assertThat(mailbox.text().locator(".oriel-html > div").first())
                .hasCSS("background-color", "rgb(255, 255, 255)");
    }

    @Test
    void followsTheSystemWhileAMessageIsOpen() {
        mailboxes.add(ada, "INBOX", Samples.COLOURFUL);
        MailboxView mailbox = signIn(ada);
        mailbox.open("All colours");
        assertThat(mailbox.text().locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");

        mailbox.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        assertThat(mailbox.text().locator("body")).hasCSS("background-color", "rgb(29, 32, 38)");
    }
}
