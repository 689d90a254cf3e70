package oriel.servers;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import oriel.browser.page.LoginView;
import oriel.browser.page.MailboxView;
import oriel.fixture.Chromium;

/**
 * What people wait for, on mailboxes of several sizes: Oriel as it is shipped before a real Dovecot, and beside each thing
 * what bare IMAP costs for it in the same run. {@code mvn -Pbench}, with {@code -Dbench.sizes=1000,100000,1000000} for
 * other sizes than the first two.
 */
final class MailboxBench {

    private static final int WARM_UPS = 3;
    private static final int SMALL = 1_000;
    private static final Duration LONGEST_SYNC = Duration.ofMinutes(30);

    private final MailServers servers = MailServers.get();
    private final BenchedOriel oriel;
    private Timings timings = new Timings();

    private MailboxBench() throws IOException {
        oriel = new BenchedOriel(servers);
    }

    public static void main(String... arguments) throws Exception {
        MailServers.missing().ifPresent(missing -> {
            throw new IllegalStateException(missing);
        });
        String sizes = System.getProperty("bench.sizes", "1000,100000");
        MailboxBench bench = new MailboxBench();
        try (Chromium chromium = new Chromium()) {
            // What a virtual machine does that has just begun says nothing of sizes.
            for (int i = 0; i < WARM_UPS; i++) {
                bench.measure(chromium, SMALL);
            }
            bench.timings = new Timings();
            for (String size : sizes.split(",")) {
                bench.measure(chromium, Integer.parseInt(size.strip()));
            }
            new LoadBench(bench.oriel, bench.timings, bench.servers).heap(chromium.browser());
            bench.timings.print();
        }
        // What the servers run on are no daemon threads.
        System.exit(0);
    }

    private void measure(Chromium chromium, int messages) throws Exception {
        String user = servers.newUser();
        new BigMailbox(servers.rich(), servers.folder()).fill(user, messages);
        timings.section(String.format("%,d messages", messages));
        try (BrowserContext browser = chromium.browser().newContext();
                BareImap bare = new BareImap(servers.rich().imap(), user, MailServers.PASSWORD)) {
            Page page = browser.newPage();
            page.setDefaultTimeout(60_000);
            firstScreen("first screen after sign-in, index cold", page, user, bare);
            sync(browser, messages, bare);
            new MailboxView(page).signOut();
            oriel.forgetCookies();
            firstScreen("first screen after sign-in, index warm", page, user, bare);
            new ListBench(oriel, timings, browser, bare).all(messages);
            new LoadBench(oriel, timings, servers).cpu(browser, messages);
            new MessageBench(oriel, timings, browser, page, bare, servers).all(user);
        }
    }

    private void firstScreen(String what, Page page, String user, BareImap bare) throws Exception {
        LoginView login = new LoginView(page, oriel.address()).open();
        double ours = Timings.measured(() -> {
            login.signIn(user, MailServers.PASSWORD);
            page.getByTestId("row").first().waitFor();
        });
        double theirs = Timings.measured(() -> {
            try (BareImap fresh = new BareImap(servers.rich().imap(), user, MailServers.PASSWORD)) {
                fresh.send("LIST \"\" *");
                fresh.newest(fresh.exists("INBOX"), 0);
            }
        });
        timings.add(what, new double[] {ours}, new double[] {theirs});
    }

    /** Bare before and after, because the server has everything at hand the second time. */
    private void sync(BrowserContext browser, int messages, BareImap bare) throws Exception {
        double ours = Timings.measured(() -> awaitIndexed(oriel, browser));
        double theirs = Timings.measured(() -> {
            bare.exists("INBOX");
            bare.send("FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE"
                    + " BODY.PEEK[HEADER.FIELDS (REFERENCES)])");
        });
        timings.add("sync of the whole folder, and bare after it", new double[] {ours}, new double[] {theirs});
        timings.note("  messages a second", String.format("%,.0f", messages / ours * 1_000));
        timings.note("  index on disk", String.format("%,d KB", oriel.onDisk() / 1_024));
    }

    /** Nothing tells from outside when the index is whole but the answers. */
    static void awaitIndexed(BenchedOriel oriel, BrowserContext browser) throws Exception {
        long deadline = System.nanoTime() + LONGEST_SYNC.toNanos();
        while (known(oriel, browser) < 1) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not indexed after " + LONGEST_SYNC);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** How much of the folder is indexed; asked by a short list, for a long one would take from what is measured. */
    private static double known(BenchedOriel oriel, BrowserContext browser) throws IOException, InterruptedException {
        JsonObject rows = oriel.rows(browser, "&offset=0&filter=flagged");
        return rows.containsKey("known") ? rows.getJsonNumber("known").doubleValue() : 0;
    }
}
