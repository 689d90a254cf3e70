package oriel.servers;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oriel.browser.page.MailboxView;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Signing in with an OpenID provider in a browser, in front of the stand-in for Outlook.com. */
@NeedsMailServers
class SignInWithProviderIT extends ProviderInBrowser {

    @Test
    void readsAndSendsMailWithTheProvidersWord() throws Exception {
        MailboxView mailbox = signIn();

        mailbox.open("First");
        mailbox.compose().to(USER).subject("Sent with a token").type("Hello").send();
        servers.postfix().awaitDelivery();

        assertThat(mailbox.row("Sent with a token")).isVisible();
        assertThat(servers.strict().violations()).isEmpty();
        assertThat(addresses).noneMatch(SignInWithProviderIT::tellsAToken);
        assertThat(mailbox.page().url()).doesNotContain("code=");
    }

    @Test
    void leadsToThePageThatWasAskedFor() {
        Page page = browser();
        page.navigate(address() + "/mail?folder=Archive");
        page.getByTestId("login-microsoft").click();
        signInAtProvider(page, USER);

        assertThat(page).hasURL(address() + "/mail?folder=Archive");
    }

    @Test
    void signsOutAtTheProviderToo() {
        MailboxView mailbox = signIn();

        mailbox.signOut();

        assertThat(mailbox.page()).hasURL(address() + "/login");
        mailbox.page().getByTestId("login-microsoft").click();
        assertThat(mailbox.page().locator("#password")).isVisible();
        assertThat(addresses).noneMatch(SignInWithProviderIT::tellsAToken);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "error=access_denied | was not allowed",
                "error=consent_required | administrator",
                "error=invalid_client&error_description=AADSTS65001: consent | administrator",
                "error=server_error | be reached",
                "error=unauthorized_client | refuses to work",
                "nothing=here | not begun",
                "code=forged | used before",
            })
    void saysWhatTheProviderHadAgainstIt(String answer, String told) {
        Page page = page();
        answerInPlaceOfProvider(page, state -> answer.replace(" ", "%20") + "&state=" + state);

        page.getByTestId("login-microsoft").click();

        assertThat(page.getByTestId("login-error")).containsText(told);
        check(page, "trouble");
        page.unroute("**/login/microsoft**");
        page.getByTestId("login-once-more").click();
        signInAtProvider(page, USER);
        new MailboxView(page).rows().first().waitFor();
    }

    @ParameterizedTest
    @CsvSource({"state=forged&code=x", "code=x", "state=&code=x", "state=%7C|&code={}"})
    void takesNoAnswerThatThisBrowserDidNotAskFor(String answer) {
        Page page = page();
        answerInPlaceOfProvider(page, state -> answer);

        page.getByTestId("login-microsoft").click();

        assertThat(page.getByTestId("login-error")).containsText("not begun in this browser");
    }

    @Test
    void takesAnAnswerOnce() {
        List<String> callbacks = new ArrayList<>();
        Page page = page();
        page.context().onRequest(request -> {
            if (request.url().contains("/login/callback")) {
                callbacks.add(request.url());
            }
        });
        page.getByTestId("login-microsoft").click();
        signInAtProvider(page, USER);
        new MailboxView(page).rows().first().waitFor();

        page.navigate(callbacks.getFirst());

        assertThat(page.getByTestId("login-error")).containsText("not begun in this browser");
        assertThat(page.url()).doesNotContain("code=");
    }

    @Test
    void doesNotTakeAnAnswerOfAnotherBrowser() {
        List<String> callbacks = new ArrayList<>();
        Page theirs = page();
        theirs.route("**/login-actions/authenticate**", route -> {
            callbacks.add(route.fetch(new Route.FetchOptions().setMaxRedirects(0))
                    .headers()
                    .get("location"));
            route.fulfill(new Route.FulfillOptions().setBody("kept"));
        });
        theirs.getByTestId("login-microsoft").click();
        signInAtProvider(theirs, OTHER);
        theirs.getByText("kept").waitFor();
        assertThat(callbacks.getFirst()).contains("code=");

        Page mine = browser();
        mine.navigate(callbacks.getFirst());

        assertThat(mine.getByTestId("login-error")).containsText("not begun in this browser");
    }

    @ParameterizedTest
    @CsvSource({"375,740,DARK", "320,640,LIGHT", "1400,900,DARK"})
    void everyPageIsUsableByEverybody(int width, int height, ColorScheme scheme) {
        Page page = browser(
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));

        for (String each : List.of(
                "login",
                "login/trouble?why=login.trouble.ADMIN_CONSENT",
                "login/trouble?why=mail.NotConnected",
                "login/done")) {
            page.navigate(address() + "/" + each);
            check(page, width + "-" + each.replaceAll("\\W+", "-"));
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
        }
    }

    @Test
    void repeatsNothingThatAnAddressClaims() {
        Page page = browser();

        page.navigate(address() + "/login/trouble?why=login.title&next=//elsewhere.test&account=%22%3E%3Cscript%3E");

        assertThat(page.getByTestId("login-error")).containsText("not begun in this browser");
        assertThat(page.getByTestId("login-once-more"))
                .hasAttribute("href", Pattern.compile("/login/microsoft\\?next=%2Fmail&account=%22%3E%3Cscript%3E"));
    }
}
