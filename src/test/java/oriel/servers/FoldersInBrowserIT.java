package oriel.servers;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import oriel.browser.page.MailboxView;
import oriel.fixture.Mails;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Folders on a server that moves them as it says. */
class FoldersInBrowserIT extends OutlookInBrowser {

    @Test
    void movesAFolderToTheTopByDraggingItBesideOneThere() throws IOException {
        servers.outlook().doveadm("mailbox", "create", "-s", "-u", user, "Projects", "Projects/Travel");
        ledger.add("Projects", Mails.plain("<plan@oriel.test>", "Plan", "x"));
        ledger.add("Projects/Travel", Mails.plain("<trip@oriel.test>", "Trip", "x"));
        MailboxView mailbox = signIn();
        assertThat(mailbox.folder("Projects/Travel")).isVisible();

        mailbox.dragFolder("Projects/Travel", "Projects", 0.05);

        assertThat(mailbox.toast()).containsText("moved to the top");
        assertThat(mailbox.folder("Travel")).isVisible();
        mailbox.page().getByTestId("toast-undo").click();
        assertThat(mailbox.folder("Projects/Travel")).isVisible();
        assertThat(servers.strict().violations()).isEmpty();
    }
}
