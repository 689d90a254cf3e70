package oriel.servers;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import oriel.browser.page.ComposerView;
import oriel.browser.page.MailboxView;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Signing in again over the open page, and going on where it was. */
@NeedsMailServers
class SignInAgainIT extends ProviderInBrowser {

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
}
