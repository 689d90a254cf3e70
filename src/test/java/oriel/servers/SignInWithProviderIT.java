package oriel.servers;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oriel.browser.InBrowser;
import oriel.browser.page.ComposerView;
import oriel.browser.page.MailboxView;
import oriel.fixture.Mails;
import oriel.fixture.OrielServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Signing in with an OpenID provider in a browser, in front of the stand-in for Outlook.com. */
@NeedsMailServers
class SignInWithProviderIT extends InBrowser {

    private static final String USER = Keycloak.users().get(2);
    private static final String OTHER = Keycloak.users().get(3);
    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

    private static OrielServer running;

    private final MailServers servers = MailServers.get();
    private final Ledger ledger = new Ledger(servers.outlook(), USER);
    private final List<String> addresses = new ArrayList<>();
    private Keycloak keycloak;

    @BeforeEach
    void start() throws IOException {
        Optional<Keycloak> started = servers.keycloak();
        if (started.isEmpty()) {
            System.err.println("SKIPPED SignInWithProviderIT: Keycloak can't be had from Maven");
        }
        assumeTrue(started.isPresent());
        keycloak = started.get();
        servers.outlook().doveadm("expunge", "-u", USER, "mailbox", "*", "all");
        ledger.add("INBOX", Mails.plain("<first@oriel.test>", "First", "x"));
        ledger.add("INBOX", Mails.plain("<second@oriel.test>", "Second", "x"));
        if (running == null) {
            running = OrielOnServers.start(
                    "provider",
                    servers,
                    Map.of(
                            "oriel.openid.issuer",
                            keycloak.issuer(),
                            "oriel.openid.client.id",
                            Keycloak.CLIENT,
                            "oriel.openid.client.secret",
                            Keycloak.SECRET,
                            "oriel.openid.name",
                            "Keycloak"));
        }
    }

    @Override
    protected String address() {
        return running.address();
    }

    @Override
    protected boolean isExpected(String url) {
        return url.startsWith(keycloak.base());
    }

    private Page page() {
        Page page = browser();
        page.context().onRequest(request -> addresses.add(request.url()));
        page.navigate(address() + "/");
        return page;
    }

    private static void signInAtProvider(Page page, String user) {
        page.locator("#username").fill(user);
        page.locator("#password").fill(Keycloak.PASSWORD);
        page.locator("#kc-login").click();
    }

    private MailboxView signIn() {
        Page page = page();
        page.getByTestId("login-microsoft").click();
        signInAtProvider(page, USER);
        MailboxView mailbox = new MailboxView(page);
        mailbox.rows().first().waitFor();
        return mailbox;
    }

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

    @Test
    void asksToSignInAgainOverThePageAndGoesOn() {
        MailboxView mailbox = signIn().read("First");
        ComposerView composer =
                mailbox.compose().to(OTHER).subject("Half written").type("Dear");
        revoke();

        mailbox.action("flag").click();
        Page window =
                mailbox.page().waitForPopup(() -> dialog(mailbox, "-provider").click());
        check(mailbox.page(), "dialog");
        signInAtProvider(window, USER);

        assertThat(dialog(mailbox, "")).isHidden();
        assertThat(mailbox.row("First")).hasAttribute("data-flagged", "true");
        assertThat(mailbox.subject()).hasText("First");
        composer.field("body").press("Control+End");
        composer.field("body").pressSequentially(" all");
        composer.send();
    }

    private void revoke() {
        keycloak.revokeAll(USER);
        servers.outlook().kick(USER);
    }

    /** Of a provider's own affairs between its own pages nothing is known. */
    private static boolean tellsAToken(String address) {
        return address.contains("eyJ") && (!address.contains("/realms/") || address.contains("/logout"));
    }

    private static Locator dialog(MailboxView mailbox, String part) {
        return mailbox.page().getByTestId("sign-in-again" + part);
    }

    @Test
    void asksToSignInAgainAfterTheSessionsEnd() {
        MailboxView mailbox = signIn().read("First");
        mailbox.page().context().clearCookies();

        mailbox.row("Second").click();
        Page window =
                mailbox.page().waitForPopup(() -> dialog(mailbox, "-provider").click());
        signInAtProvider(window, USER);

        assertThat(dialog(mailbox, "")).isHidden();
        assertThat(mailbox.subject()).hasText("Second");
        assertThat(mailbox.text().locator("body")).containsText("x");
    }

    @Test
    void takesNoOtherAccountForThePage() {
        MailboxView mailbox = signIn().read("First");
        mailbox.page().context().clearCookies();

        mailbox.action("flag").click();
        Page window =
                mailbox.page().waitForPopup(() -> dialog(mailbox, "-provider").click());
        signInAtProvider(window, OTHER);

        assertThat(window.getByTestId("login-error")).containsText("another account");
        dialog(mailbox, "-later").click();
        assertThat(mailbox.toast()).containsText("session has ended");
        assertThat(mailbox.row("First")).hasAttribute("data-flagged", "false");
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

    /** Goes back at once from where Oriel sends the browser to. */
    private static void answerInPlaceOfProvider(Page page, UnaryOperator<String> answer) {
        page.route("**/login/microsoft**", route -> {
            APIResponse begun = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
            Map<String, String> headers = new HashMap<>(begun.headers());
            Matcher state = STATE.matcher(headers.get("location"));
            String callback = headers.get("location").replaceFirst(".*[?&]redirect_uri=([^&]+).*", "$1");
            headers.put(
                    "location",
                    URLDecoder.decode(callback, StandardCharsets.UTF_8) + "?"
                            + answer.apply(state.find() ? state.group(1) : ""));
            route.fulfill(new Route.FulfillOptions().setStatus(begun.status()).setHeaders(headers));
        });
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

    private void check(Page page, String name) {
        picture(page, name);
        assertThat(new AxeBuilder(page)
                        .exclude("[data-testid=reader-body]")
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .as(name)
                .extracting(
                        rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }
}
