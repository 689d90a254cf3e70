package oriel.servers;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.browser.InBrowser;
import oriel.browser.page.ComposerView;
import oriel.browser.page.MailboxView;
import oriel.fixture.Mails;
import oriel.fixture.OrielServer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A shared mailbox as people see it: a further tree below their own folders. */
@NeedsMailServers
class SharedMailboxInBrowserIT extends InBrowser {

    /** Is offered a mailbox that the server does not let them into. */
    private static final String STRANGER = "ada@oriel.test";

    private static final String INBOX = "//" + MailServers.SHARED + "/INBOX";

    private final MailServers servers = MailServers.get();
    private final OrielServer oriel = OrielOnServers.get();
    private final Ledger shared = new Ledger(servers.outlook(), MailServers.SHARED);
    private final Ledger own = new Ledger(servers.outlook(), MailServers.SHARER);

    @Override
    protected String address() {
        return oriel.address();
    }

    @BeforeEach
    void twoMessages() throws IOException {
        for (String user : List.of(MailServers.SHARED, MailServers.SHARER, STRANGER)) {
            servers.outlook().doveadm("expunge", "-u", user, "mailbox", "*", "all");
            new Ledger(servers.outlook(), user).add("INBOX", Mails.plain("<0@oriel.test>", "Welcome", "x"));
        }
        shared.add("INBOX", Mails.plain("<1@oriel.test>", "First", "x"));
        shared.add("INBOX", Mails.plain("<2@oriel.test>", "Second", "x"));
    }

    private MailboxView open(String user, String mailbox) {
        MailboxView view = login(browser()).signIn(user, MailServers.PASSWORD);
        owner(view, mailbox).click();
        return view;
    }

    private static Locator owner(MailboxView view, String mailbox) {
        return view.page().getByTestId("folder-owner").filter(new Locator.FilterOptions().setHasText(mailbox));
    }

    @Test
    void readsMovesAndDeletesThere() {
        MailboxView mailbox = open(MailServers.SHARER, MailServers.SHARED);
        mailbox.folder(INBOX).click();
        assertThat(mailbox.rows()).hasCount(3);

        mailbox.open("First").action("delete").click();
        assertThat(mailbox.rows()).hasCount(2);
        mailbox.open("Second").action("move").click();
        mailbox.page().locator("#move-list button[data-folder='INBOX']").click();
        assertThat(mailbox.rows()).hasCount(1);

        mailbox.page().waitForCondition(() -> own.entries().size() == 2);
        assertThat(own.entries()).anyMatch(entry -> entry.startsWith("<2@oriel.test> INBOX"));
        assertThat(shared.entries()).hasSize(2).anyMatch(entry -> entry.startsWith("<1@oriel.test> Deleted"));
        assertThat(servers.strict().violations()).isEmpty();
    }

    @Test
    void answersAsTheSharedAddress() {
        MailboxView mailbox = open(MailServers.SHARER, MailServers.SHARED);
        mailbox.folder(INBOX).click();
        ComposerView composer = mailbox.open("First").answer("reply");
        Page page = mailbox.page();

        assertThat(page.getByTestId("compose-from")).hasValue(MailServers.SHARED);
        composer.to("ada@oriel.test").type("Thank you.").send();

        page.waitForCondition(() -> own.entries().stream().anyMatch(entry -> entry.contains("> Sent")));
        page.waitForCondition(() -> shared.entries().stream().anyMatch(entry -> entry.contains("Answered")));
        assertThat(shared.entries()).noneMatch(entry -> entry.contains("> Sent"));
    }

    @Test
    void comesBackToASharedFolderByItsAddress() {
        MailboxView mailbox = open(MailServers.SHARER, MailServers.SHARED);
        mailbox.folder(INBOX).click();
        assertThat(mailbox.rows()).hasCount(3);

        mailbox.page().reload();

        assertThat(mailbox.rows()).hasCount(3);
        assertThat(mailbox.folder(INBOX)).hasAttribute("aria-current", "page");
    }

    @Test
    void tellsARefusalInItsPlaceAndGoesOn() {
        MailboxView mailbox = open(STRANGER, "grace@oriel.test");

        assertThat(mailbox.page().getByTestId("folder-told")).containsText("does not let you open this mailbox");
        assertThat(mailbox.folder("INBOX")).isVisible();
        assertThat(mailbox.toast()).hasCount(0);
    }

    @Test
    void answersNothingAboutMailboxesThatAreNotOffered() {
        Page page = open(STRANGER, "grace@oriel.test").page();

        assertThat(status(page, "rows?folder=//support@oriel.test/INBOX&offset=0&limit=5"))
                .isEqualTo(404);
        assertThat(status(page, "folders?owner=support@oriel.test")).isEqualTo(404);
        assertThat(status(page, "body?folder=//support@oriel.test/INBOX&uidValidity=1&uid=1"))
                .isEqualTo(404);
    }

    private static int status(Page page, String path) {
        return (int) page.evaluate("path => fetch('/mailbox/' + path).then((answer) => answer.status)", path);
    }
}
