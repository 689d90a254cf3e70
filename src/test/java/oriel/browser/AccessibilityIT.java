package oriel.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oriel.browser.page.LoginView;
import oriel.browser.page.MailboxView;

import static org.assertj.core.api.Assertions.assertThat;

class AccessibilityIT extends BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "desktop-light,1400,900,LIGHT",
        "desktop-dark,1400,900,DARK",
        "phone-light,375,740,LIGHT",
        "phone-dark,375,740,DARK",
        "narrow,320,640,LIGHT",
        "tablet,900,700,LIGHT",
        "4k,3840,2160,LIGHT"
    })
    void everyPageIsUsableByEverybody(String name, int width, int height, ColorScheme scheme) {
        List.of(Samples.LUNCH, Samples.NEWSLETTER, Samples.REPORT)
                .forEach(source -> mailboxes.add(ada, "INBOX", source));
        LoginView login = login(browser(
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme)));
        Page page = login.page();

        check(page, name + "-login");
        MailboxView mailbox = login.signIn(ada, PASSWORD);
        check(page, name + "-list");
        page.getByTestId("user-menu").click();
        check(page, name + "-menu");
        page.getByTestId("user-menu").click();
        page.getByTestId("search-input").pressSequentially("is:un");
        page.getByTestId("search-option").first().waitFor();
        page.getByTestId("search-input").press("ArrowDown");
        check(page, name + "-search");
        page.getByTestId("search-fields").click();
        check(page, name + "-fields");
        page.keyboard().press("Escape");
        page.getByTestId("search-clear").click();
        // A phone has no room for its button.
        page.evaluate("document.getElementById('search-help').click()");
        check(page, name + "-help");
        page.keyboard().press("Escape");
        mailbox.open("Quartalsbericht");
        check(page, name + "-reader");
        mailbox.answer("reply");
        check(page, name + "-composer");
    }

    private void check(Page page, String name) {
        picture(page, name);
        // The frame with the message runs no scripts, not even axe's; what it shows is the sender's business.
        List<Rule> violations = new AxeBuilder(page)
                .exclude("[data-testid=reader-body]")
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();

        assertThat(violations)
                .as(name)
                .extracting(
                        rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
        Object overflow = page.evaluate(
                "() => Math.max(...[document.documentElement, ...document.querySelectorAll('dialog[open]')]"
                        + ".map(each => each.scrollWidth - each.clientWidth))");
        assertThat(overflow).as(name + " scrolls sideways").isEqualTo(0);
    }
}
