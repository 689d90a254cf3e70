package oriel.servers;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.MouseButton;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import oriel.browser.page.MailboxView;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Tags on a server that keeps none: they stay with the messages wherever they go. */
class OwnTagsIT extends OutlookInBrowser {

    private static void menu(MailboxView mailbox, String subject, String entry) {
        mailbox.row(subject).click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        mailbox.page().getByTestId("row-menu-" + entry).click();
    }

    private static Locator tags(MailboxView mailbox, String subject) {
        return mailbox.row(subject).getByTestId("tag");
    }

    @Test
    void stayWithMessagesThatMoveAndAreFound() {
        MailboxView mailbox = signIn();
        menu(mailbox, "Second", "tag");
        mailbox.page().getByTestId("tags-new").fill("Für später");
        mailbox.page().getByTestId("tags-new").press("Enter");
        mailbox.page().getByTestId("tags-apply").click();
        assertThat(tags(mailbox, "Second")).hasText("Für später");

        menu(mailbox, "Second", "archive");
        assertThat(mailbox.rows()).hasCount(2);
        mailbox.folder("Archive").click();
        assertThat(tags(mailbox, "Second")).hasText("Für später");

        mailbox.page().getByTestId("search-input").fill("tag:\"" + "Für später".toUpperCase(Locale.ROOT) + "\"");
        mailbox.page().waitForURL(address -> address.contains("search"));
        mailbox.page().reload();
        assertThat(tags(mailbox, "Second")).hasText("Für später");
        assertThat(servers.strict().violations()).isEqualTo(List.of());
    }
}
