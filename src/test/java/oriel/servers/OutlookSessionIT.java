package oriel.servers;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.browser.Samples;
import oriel.browser.page.ComposerView;
import oriel.browser.page.MailboxView;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A day at Outlook.com's stand-in, in a browser: everything works, and nothing is asked that it does not announce. */
class OutlookSessionIT extends OutlookInBrowser {

    private static final int MOST_CONNECTIONS = 3;

    @BeforeEach
    void oneWithAttachments() throws IOException {
        ledger.add("INBOX", Samples.REPORT.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void asksForNothingThatIsNotAnnounced() {
        MailboxView mailbox = signIn();
        mailbox.open("Second");
        mailbox.action("flag").click();
        assertThat(mailbox.row("Second")).hasAttribute("data-flagged", "true");
        mailbox.action("delete").click();
        assertThat(mailbox.rows()).hasCount(3);
        mailbox.page().getByTestId("toast-undo").click();
        assertThat(mailbox.rows()).hasCount(4);
        mailbox.open("Third").action("archive").click();
        assertThat(mailbox.rows()).hasCount(3);
        for (String folder : List.of("Archive", "Deleted", "Drafts", "Sent", "Junk", "INBOX")) {
            mailbox.folder(folder).click();
            assertThat(mailbox.page().locator("#list-title")).not().isEmpty();
        }
        mailbox.open("Quartalsbericht für Zoë");
        mailbox.page()
                .waitForDownload(
                        () -> mailbox.page().getByTestId("attachment").last().click());
        ComposerView composer = mailbox.answer("reply").to("grace@oriel.test").type("Thank you.");
        composer.send();
        // Oriel waits a while for the server to file the copy itself.
        mailbox.page().waitForCondition(() -> ledger.entries().stream().anyMatch(entry -> entry.contains("> Sent")));
        mailbox.folder("Sent").click();
        assertThat(mailbox.rows()).hasCount(1);
        mailbox.signOut();

        assertThat(servers.strict().violations()).isEmpty();
    }

    @Test
    void saysInTheListsPlaceWhyThereIsNoneAndTriesAgain() {
        MailboxView mailbox = signIn();
        assertThat(mailbox.folder("Archive")).isVisible();
        try {
            servers.strict().trouble(StrictOutlook.Trouble.BYE);
            mailbox.folder("Archive").click();

            assertThat(mailbox.page().locator("#list-empty")).containsText("can’t be reached");
        } finally {
            servers.strict().trouble(StrictOutlook.Trouble.NONE);
        }
        picture(mailbox.page(), "no-list");
        mailbox.page().getByTestId("list-again").click();
        assertThat(mailbox.page().locator("#list-empty")).hasText("Nothing in this folder.");
        mailbox.folder("INBOX").click();

        // New connections are made first: the server has hung up on all that there were.
        assertThat(mailbox.rows()).hasCount(4, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
    }

    @Test
    void hidesWhatHoldsNoMail() {
        MailboxView mailbox = signIn();

        assertThat(mailbox.folder("Archive")).isVisible();

        List.of("Calendar", "Contacts", "Notes", "Outbox")
                .forEach(folder -> assertThat(mailbox.folder(folder)).hasCount(0));
        assertThat(servers.strict().violations()).isEmpty();
    }

    @Test
    void needsThreeConnectionsForTwentyPages() {
        MailboxView first = signIn();
        List<MailboxView> all = IntStream.range(0, 20)
                .mapToObj(each -> new MailboxView(first.page().context().newPage()))
                .toList();
        all.forEach(mailbox -> mailbox.page().navigate(address() + "/mail"));
        all.forEach(mailbox -> mailbox.open("First"));

        assertThat(servers.outlook().connections(user)).isBetween(1, MOST_CONNECTIONS);
        assertThat(servers.strict().most(user)).isLessThanOrEqualTo(MOST_CONNECTIONS);
        assertThat(servers.strict().violations()).isEmpty();
    }
}
