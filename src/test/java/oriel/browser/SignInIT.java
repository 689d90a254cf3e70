package oriel.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import oriel.browser.page.ComposerView;
import oriel.browser.page.LoginView;
import oriel.browser.page.MailboxView;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

class SignInIT extends BrowserTest {

    @Test
    void tellsAWrongPasswordAndAnUnknownUserTheSame() {
        LoginView login = login(browser());

        login.submit(ada, "wrong");
        String wrongPassword = login.error();
        login.submit("nobody@oriel.test", PASSWORD);

        assertThat(login.error()).isEqualTo(wrongPassword).contains("not right");
    }

    @Test
    void letsTheMailServerJudgeAddressesThatBrowsersHaveDoubtsAbout() {
        LoginView login = login(browser());

        login.submit("zoë@oriel.test", "wrong");

        assertThat(login.page().getByTestId("login-error")).containsText("not right");
    }

    @Test
    void keepsTheAddressThatWasTypedWhenTheSignInIsRefused() {
        LoginView login = login(browser());

        login.submit(ada, "pä§§ \"\\ wörd".repeat(25));

        assertThat(login.page().getByTestId("login-error")).isVisible();
        assertThat(login.page().getByTestId("login-address")).hasValue(ada);
    }

    @Test
    void leadsToThePageThatWasAskedFor() {
        mailboxes.add(ada, "Projects", Samples.note("Plan"));
        Page page = browser();

        page.navigate(oriel.address() + "/mail?folder=Projects");
        new LoginView(page, oriel.address()).signIn(ada, PASSWORD);

        assertThat(page).hasURL(Pattern.compile(".*/mail\\?folder=Projects$"));
        assertThat(new MailboxView(page).row("Plan")).isVisible();
    }

    @Test
    void changesTheSessionIdSoThatAPlantedOneIsWorthNothing() {
        mailboxes.add(ada, "INBOX", Samples.LUNCH);
        LoginView login = login(browser());
        Cookie before = session(login.page());

        login.signIn(ada, PASSWORD);

        Cookie after = session(login.page());
        assertThat(after.value).isNotEqualTo(before.value);
        assertThat(after.httpOnly).isTrue();
        assertThat(after.sameSite).hasToString("LAX");
    }

    @Test
    void endsTheSessionWhenSigningOut() {
        mailboxes.add(ada, "INBOX", Samples.LUNCH);
        MailboxView mailbox = signIn(ada);

        mailbox.signOut();
        mailbox.page().navigate(oriel.address() + "/mail");

        assertThat(mailbox.page()).hasURL(Pattern.compile(".*/login\\?next=%2Fmail"));
    }

    @Test
    void asksToSignInAgainOverThePageAndDoesWhatWasAskedFor() {
        mailboxes.add(ada, "INBOX", Samples.LUNCH);
        MailboxView mailbox = signIn(ada).read("Lunch?");

        mailbox.page().context().clearCookies();
        mailbox.action("flag").click();
        submitAgain(mailbox, "wrong");
        assertThat(again(mailbox, "-error")).containsText("not right");
        submitAgain(mailbox, PASSWORD);

        assertThat(again(mailbox, "")).isHidden();
        assertThat(mailbox.subject()).hasText("Lunch?");
        assertThat(mailbox.row("Lunch?")).hasAttribute("data-flagged", "true");
    }

    @Test
    void staysOnThePageOfWhoeverDoesNotSignInAgain() {
        mailboxes.add(ada, "INBOX", Samples.LUNCH);
        MailboxView mailbox = signIn(ada).read("Lunch?");
        mailbox.page().context().clearCookies();
        mailbox.action("flag").click();

        again(mailbox, "-later").click();

        assertThat(mailbox.toast()).containsText("Your session has ended");
        assertThat(mailbox.row("Lunch?")).hasAttribute("data-flagged", "false");
        mailbox.page().getByTestId("toast-sign-in").click();
        submitAgain(mailbox, PASSWORD);
        assertThat(again(mailbox, "")).isHidden();
        mailbox.action("flag").click();
        assertThat(mailbox.row("Lunch?")).hasAttribute("data-flagged", "true");
    }

    @Test
    void takesNobodyElseForThePage() {
        mailboxes.add(ada, "INBOX", Samples.LUNCH);
        mailboxes.add(GRACE, "INBOX", Samples.LUNCH);
        MailboxView mailbox = signIn(ada).read("Lunch?");
        // Her session takes his place at once, or the page would already ask for its own user while she signs in.
        List<Cookie> hers = signIn(GRACE).page().context().cookies();
        mailbox.page().context().addCookies(hers);

        mailbox.action("archive").click();

        assertThat(mailbox.toast()).containsText("Somebody else");
        assertThat(mailbox.row("Lunch?")).isVisible();
    }

    @Test
    void goesOnWithWhatWasWrittenAfterSigningInAgain() {
        mailboxes.add(ada, "INBOX", Samples.LUNCH);
        MailboxView mailbox = signIn(ada).read("Lunch?");
        ComposerView composer =
                mailbox.compose().to(GRACE).subject("Half written").type("Dear Grace");
        mailbox.page().context().clearCookies();

        composer.field("send").click();
        submitAgain(mailbox, PASSWORD);

        assertThat(mailbox.page().getByTestId("composer")).isHidden();
        assertThat(oriel.mail().waitForIncomingEmail(1)).isTrue();
    }

    private static Locator again(MailboxView mailbox, String part) {
        return mailbox.page().getByTestId("sign-in-again" + part);
    }

    private static void submitAgain(MailboxView mailbox, String password) {
        again(mailbox, "-password").fill(password);
        again(mailbox, "-submit").click();
    }

    @Test
    void saysThatTheSessionEndedInPlaceOfAMessage() {
        mailboxes.add(ada, "INBOX", Samples.note("First"));
        mailboxes.add(ada, "INBOX", Samples.note("Second"));
        MailboxView mailbox = signIn(ada).read("First");

        mailbox.page().context().clearCookies();
        mailbox.row("Second").click();
        again(mailbox, "-later").click();

        assertThat(mailbox.toast()).containsText("Your session has ended");
        assertThat(mailbox.text().locator("body")).hasText("");
    }

    private static Cookie session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("oriel"))
                .findFirst()
                .orElseThrow();
    }
}
