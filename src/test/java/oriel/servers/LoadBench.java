package oriel.servers;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import oriel.browser.page.LoginView;

/** What people who are signed in cost: processor time for what they ask, and memory. */
record LoadBench(BenchedOriel oriel, Timings timings, MailServers servers) {

    private static final int REQUESTS = 1_000;
    private static final int PEOPLE = 4;
    private static final int BIG = 100_000;
    private static final int MOST_TYPES = 15;

    /** Lists at any place and messages, one behind the other. */
    void cpu(BrowserContext browser, int messages) throws Exception {
        Random random = new Random(1);
        double before = oriel.cpu();
        for (int i = 0; i < REQUESTS; i++) {
            oriel.rows(browser, "&offset=" + (50 + random.nextInt(Math.max(1, messages - 100))));
        }
        timings.note("  processor time of a list", "%.2f ms".formatted((oriel.cpu() - before) / REQUESTS));
        long validity =
                oriel.rows(browser, "&offset=0").getJsonNumber("uidValidity").longValue();
        List<Long> uids = oriel.rows(browser, "&offset=200").getJsonArray("rows").stream()
                .map(row -> row.asJsonObject().getJsonNumber("uid").longValue())
                .toList();
        double begun = oriel.cpu();
        for (int i = 0; i < REQUESTS / 2; i++) {
            oriel.get(
                    browser,
                    "/mailbox/body?folder=INBOX&uidValidity=" + validity + "&uid=" + uids.get(i % uids.size()));
        }
        timings.note(
                "  processor time of opening a message", "%.2f ms".formatted((oriel.cpu() - begun) / REQUESTS * 2));
    }

    /** Each with a folder of their own and an open page. */
    void heap(Browser chromium) throws Exception {
        List<BrowserContext> people = new ArrayList<>();
        // The first brings what all share.
        people.add(signedIn(chromium));
        Map<String, Long> before = oriel.heap();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(signedIn(chromium));
        }
        Map<String, Long> grown = new HashMap<>();
        oriel.heap().forEach((type, bytes) -> grown.put(type, bytes - before.getOrDefault(type, 0L)));
        timings.note("  heap of a signed-in user with a folder of 100,000", perUser(sum(grown)));
        grown.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_TYPES)
                .forEach(each -> timings.note("    of this " + each.getKey(), perUser(each.getValue())));
        people.forEach(BrowserContext::close);
    }

    private static long sum(Map<String, Long> grown) {
        return grown.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String perUser(long bytes) {
        return String.format("%,d KB", bytes / PEOPLE / 1_024);
    }

    private BrowserContext signedIn(Browser chromium) throws Exception {
        String user = servers.newUser();
        new BigMailbox(servers.rich(), servers.folder()).fill(user, BIG);
        BrowserContext browser = chromium.newContext();
        Page page = browser.newPage();
        page.setDefaultTimeout(60_000);
        new LoginView(page, oriel.address()).open().signIn(user, MailServers.PASSWORD);
        page.getByTestId("row").first().waitFor();
        MailboxBench.awaitIndexed(oriel, browser);
        oriel.rows(browser, "&conversations=true&offset=" + BIG / 4);
        return browser;
    }
}
