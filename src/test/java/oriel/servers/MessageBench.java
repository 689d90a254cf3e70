package oriel.servers;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.json.JsonObject;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import oriel.browser.page.MailboxView;

/** How long it takes to read messages, to act on them, and to learn what others did with them. */
record MessageBench(
        BenchedOriel oriel, Timings timings, BrowserContext browser, Page page, BareImap bare, MailServers servers) {

    private static final int MANY = 1_000;
    private static final int DELETED = 10;

    void all(String user) throws Exception {
        reading();
        deleting();
        resync(1);
        resync(MANY);
        moving(user);
    }

    private List<Long> newest() throws Exception {
        JsonObject list = oriel.rows(browser, "&offset=0");
        return list.getJsonArray("rows").stream()
                .map(row -> row.asJsonObject().getJsonNumber("uid").longValue())
                .toList();
    }

    private void reading() throws Exception {
        long validity =
                oriel.rows(browser, "&offset=0").getJsonNumber("uidValidity").longValue();
        List<Long> uids = newest();
        Iterator<Long> left = uids.iterator();
        Iterator<Long> leftBare = uids.reversed().iterator();
        timings.compare(
                "open a message",
                20,
                () -> oriel.get(browser, "/mailbox/body?folder=INBOX&uidValidity=" + validity + "&uid=" + left.next()),
                () -> bare.send("UID FETCH " + leftBare.next() + " (BODY.PEEK[])"));
    }

    private void deleting() throws Exception {
        int before = bare.exists("INBOX");
        Iterator<Long> left = newest().reversed().iterator();
        MailboxView mailbox = new MailboxView(page);
        // Message by message, as the bare server counts.
        page.navigate(oriel.address() + "/mail?folder=INBOX&conversations=false");
        mailbox.rows().first().click();
        page.locator(".reader-body:not(.loading)").waitFor();
        timings.compare(
                "delete, until the row is gone (in Chromium)",
                DELETED,
                () -> {
                    String uid = mailbox.rows().first().getAttribute("data-uid");
                    // The open message's; the next one is opened by itself.
                    mailbox.action("delete").click();
                    page.locator("[data-testid=row][data-uid=\"" + uid + "\"]").waitFor(gone());
                },
                () -> bare.send("UID MOVE " + left.next() + " Trash"));
        // By both, and once more each, which does not count.
        awaitLeft(before - 2 * (DELETED + 1));
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
    }

    /** Somebody else flags messages; the list has to say so. Where the page hears of it by itself. */
    private void resync(int messages) throws Exception {
        int exists = bare.exists("INBOX");
        if (exists < 2 * MANY && messages == MANY) {
            return;
        }
        double[] ours = new double[5];
        double[] theirs = new double[ours.length];
        for (int i = 0; i < ours.length; i++) {
            int first = exists - (i + 1) * messages;
            bare.send("STORE " + (first + 1) + ":" + (first + messages) + " -FLAGS.SILENT (\\Flagged)");
            awaitFlagged();
            String modSeq = bare.modSeq("INBOX");
            bare.send("STORE " + (first + 1) + ":" + (first + messages) + " +FLAGS.SILENT (\\Flagged)");
            ours[i] = Timings.measured(this::awaitFlagged);
            theirs[i] = Timings.measured(() -> bare.send("FETCH 1:* (UID FLAGS) (CHANGEDSINCE " + modSeq + ")"));
        }
        timings.add(String.format("%,d flags of others", messages), ours, theirs);
    }

    /** Rows are gone before the server has done what was clicked, and what is counted meanwhile is never seen again. */
    private void awaitLeft(int messages) throws Exception {
        while (bare.exists("INBOX") != messages
                || oriel.rows(browser, "&offset=0").getInt("total") != messages) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private void awaitFlagged() throws Exception {
        int flagged = bare.count("FLAGGED");
        while (oriel.rows(browser, "&offset=0&filter=flagged").getInt("total") != flagged) {
            // As a page that was told of a change asks.
            oriel.rows(browser, "&offset=0");
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private void moving(String user) throws Exception {
        timings.compare(
                "move a message (in Chromium)",
                10,
                () -> {
                    String uid = page.getByTestId("row").first().getAttribute("data-uid");
                    page.waitForResponse(answer -> answer.request().method().equals("POST"), () -> {
                        page.getByTestId("row").first().hover();
                        page.locator("[data-testid=row][data-uid=\"" + uid + "\"] [data-row-action=archive]")
                                .click();
                    });
                },
                () -> bare.send("MOVE * Trash"));
        if (bare.exists("INBOX") < 2 * MANY) {
            return;
        }
        for (String folder : List.of("Thousand", "Other")) {
            servers.rich().doveadm("mailbox", "create", "-u", user, folder);
            servers.rich().doveadm("copy", "-u", user, folder, "mailbox", "INBOX", "1:" + MANY);
        }
        page.navigate(oriel.address() + "/mail?folder=Thousand");
        page.getByTestId("row").first().waitFor();
        double ours = Timings.measured(() -> {
            page.getByTestId("select-rows").click();
            page.getByTestId("select-whole").click();
            page.getByTestId("selected-archive").click();
            page.getByTestId("toast-undo").waitFor();
        });
        bare.exists("Other");
        double theirs = Timings.measured(() -> bare.send("MOVE 1:* Archive"));
        timings.add("move 1,000 messages (in Chromium, once)", new double[] {ours}, new double[] {theirs});
    }
}
