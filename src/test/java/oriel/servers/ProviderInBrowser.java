package oriel.servers;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import oriel.browser.InBrowser;
import oriel.browser.page.MailboxView;
import oriel.fixture.Mails;
import oriel.fixture.OrielServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A browser before Oriel, which sends people to a real provider to sign in. */
@NeedsMailServers
abstract class ProviderInBrowser extends InBrowser {

    static final String USER = Keycloak.users().get(2);

    /** So often in a row nobody has to be signed in; each look takes about as long as signing in. */
    private static final int QUIET = 10;

    static final String OTHER = Keycloak.users().get(3);
    static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

    static OrielServer running;

    final MailServers servers = MailServers.get();
    final Ledger ledger = new Ledger(servers.outlook(), USER);
    final List<String> addresses = new ArrayList<>();
    Keycloak keycloak;

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

    Page page() {
        Page page = browser();
        page.context().onRequest(request -> addresses.add(request.url()));
        page.navigate(address() + "/");
        return page;
    }

    static void signInAtProvider(Page page, String user) {
        page.locator("#username").fill(user);
        page.locator("#password").fill(Keycloak.PASSWORD);
        page.locator("#kc-login").click();
    }

    MailboxView signIn() {
        Page page = page();
        page.getByTestId("login-microsoft").click();
        signInAtProvider(page, USER);
        MailboxView mailbox = new MailboxView(page);
        mailbox.rows().first().waitFor();
        return mailbox;
    }

    void revoke() {
        long second = Instant.now().getEpochSecond();
        // Keycloak takes tokens for good that it gave in the same second, and who was signing in meanwhile is let in.
        for (int quiet = 0; quiet < QUIET || Instant.now().getEpochSecond() == second; quiet++) {
            keycloak.revokeAll(USER);
            if (servers.outlook().connections(USER) > 0) {
                servers.outlook().kick(USER);
                quiet = 0;
            }
        }
        keycloak.revokeAll(USER);
    }

    /** Of a provider's own affairs between its own pages nothing is known. */
    static boolean tellsAToken(String address) {
        return address.contains("eyJ") && (!address.contains("/realms/") || address.contains("/logout"));
    }

    /** Goes back at once from where Oriel sends the browser to. */
    static void answerInPlaceOfProvider(Page page, UnaryOperator<String> answer) {
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

    void check(Page page, String name) {
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
