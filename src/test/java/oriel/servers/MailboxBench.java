package oriel.servers;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oriel.browser.page.LoginView;
import oriel.browser.page.MailboxView;
import oriel.fixture.Chromium;
import oriel.fixture.OrielServer;

/**
 * What people wait for, on mailboxes of several sizes: Oriel as it is shipped before a real Dovecot, and beside each thing
 * what bare IMAP costs for it in the same run. {@code mvn -Pbench}, with {@code -Dbench.sizes=1000,100000,1000000} for
 * other sizes than the first two.
 */
final class MailboxBench {

    private static final int TIMES = 30;
    private static final Duration LONGEST_SYNC = Duration.ofMinutes(30);

    private final MailServers servers = MailServers.get();
    private final Timings timings = new Timings();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<BrowserContext, String> cookies = new HashMap<>();
    private final OrielServer oriel;
    private final Path index;

    private MailboxBench() throws IOException {
        index = Files.createTempDirectory("oriel-bench-index");
        oriel = OrielOnServers.start(
                "bench",
                servers,
                Map.of(
                        "oriel.imap.port", Integer.toString(servers.rich().imaps()),
                        "oriel.index.directory", index.toString(),
                        // Read in the background, texts would be measured with everything else.
                        "oriel.index.text", "off"));
    }

    public static void main(String... arguments) throws Exception {
        MailServers.missing().ifPresent(missing -> {
            throw new IllegalStateException(missing);
        });
        String sizes = System.getProperty("bench.sizes", "1000,100000");
        MailboxBench bench = new MailboxBench();
        try (Chromium chromium = new Chromium()) {
            for (String size : sizes.split(",")) {
                bench.measure(chromium, Integer.parseInt(size.strip()));
            }
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
            cookies.clear();
            firstScreen("first screen after sign-in, index warm", page, user, bare);
            lists(browser, messages, bare);
            searches(browser, bare);
            reading(browser, page, bare);
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
                newest(fresh, 0);
            }
        });
        timings.add(what, new double[] {ours}, new double[] {theirs});
    }

    private void newest(BareImap bare, int offset) throws IOException {
        int exists = exists(bare);
        int last = Math.max(1, exists - offset);
        bare.send("FETCH " + Math.max(1, last - 49) + ":" + last
                + " (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE)");
    }

    private static int exists(BareImap bare) throws IOException {
        return bare.send("SELECT INBOX").stream()
                .filter(line -> line.endsWith(" EXISTS\r\n"))
                .map(line -> Integer.parseInt(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
    }

    private void sync(BrowserContext browser, int messages, BareImap bare) throws Exception {
        double ours = Timings.measured(() -> awaitIndexed(browser));
        double theirs = Timings.measured(() -> {
            exists(bare);
            bare.send("FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE"
                    + " BODY.PEEK[HEADER.FIELDS (REFERENCES)])");
        });
        timings.add("sync of the whole folder", new double[] {ours}, new double[] {theirs});
        timings.note("  messages a second", String.format("%,.0f", messages / ours * 1_000));
        timings.note("  index on disk", String.format("%,d KB", size(index) / 1_024));
    }

    /** Nothing tells from outside when the index is whole but the answers. */
    private void awaitIndexed(BrowserContext browser) throws Exception {
        long deadline = System.nanoTime() + LONGEST_SYNC.toNanos();
        while (known(browser) < 1) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not indexed after " + LONGEST_SYNC);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** How much of the folder is indexed; asked by a short list, for a long one would take from what is measured. */
    private double known(BrowserContext browser) throws IOException, InterruptedException {
        JsonObject rows = rows(browser, "&offset=0&filter=flagged");
        return rows.containsKey("known") ? rows.getJsonNumber("known").doubleValue() : 0;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private void lists(BrowserContext browser, int messages, BareImap bare) throws Exception {
        exists(bare);
        timings.compare("next screen", TIMES, () -> rows(browser, "&offset=50"), () -> newest(bare, 50));
        timings.compare(
                "jump to the middle",
                TIMES,
                () -> rows(browser, "&offset=" + messages / 2),
                () -> newest(bare, messages / 2));
        timings.compare(
                "jump to the oldest",
                TIMES,
                () -> rows(browser, "&offset=" + (messages - 50)),
                () -> newest(bare, messages - 50));
        Map<String, String> sorts = Map.of("sender", "FROM", "subject", "SUBJECT", "size", "REVERSE SIZE");
        for (String sort : List.of("sender", "subject", "size")) {
            timings.compare(
                    "sorted by " + sort,
                    TIMES / 3,
                    () -> rows(browser, "&offset=0&sort=" + sort),
                    () -> fetch(bare, bare.send("UID SORT (" + sorts.get(sort) + ") UTF-8 ALL"), false));
        }
        Map<String, String> filters = Map.of("unread", "UNSEEN", "flagged", "FLAGGED");
        for (String filter : List.of("unread", "flagged")) {
            timings.compare(
                    "only " + filter,
                    TIMES / 3,
                    () -> rows(browser, "&offset=0&filter=" + filter),
                    () -> fetch(bare, bare.send("UID SEARCH " + filters.get(filter)), true));
        }
        timings.compare(
                "conversations",
                TIMES / 3,
                () -> rows(browser, "&offset=0&conversations=true"),
                () -> bare.send("UID THREAD REFERENCES UTF-8 ALL"));
    }

    private void searches(BrowserContext browser, BareImap bare) throws Exception {
        Map<String, String> keys = new HashMap<>();
        keys.put("subject:" + BigMailbox.IN_SUBJECTS, "SUBJECT " + BigMailbox.IN_SUBJECTS);
        keys.put("from:person17", "FROM person17");
        keys.put(BigMailbox.RARE_IN_BODIES, "BODY " + BigMailbox.RARE_IN_BODIES);
        for (var search : keys.entrySet()) {
            String typed = URLEncoder.encode(search.getKey(), StandardCharsets.UTF_8);
            timings.compare(
                    "search " + search.getKey(),
                    TIMES / 3,
                    () -> rows(browser, "&offset=0&search=" + typed),
                    () -> fetch(bare, bare.send("UID SEARCH " + search.getValue()), true));
        }
    }

    /** Fetches the first fifty of what a search or sort has told. */
    private static void fetch(BareImap bare, List<String> answer, boolean newest) throws IOException {
        List<String> uids = answer.stream()
                .filter(line -> line.startsWith("* S"))
                .flatMap(line -> Arrays.stream(line.strip().split(" ")).skip(2))
                .toList();
        if (!uids.isEmpty()) {
            List<String> fifty = newest
                    ? uids.subList(Math.max(0, uids.size() - 50), uids.size())
                    : uids.subList(0, Math.min(50, uids.size()));
            bare.send("UID FETCH " + String.join(",", fifty)
                    + " (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE)");
        }
    }

    private void reading(BrowserContext browser, Page page, BareImap bare) throws Exception {
        JsonObject list = rows(browser, "&offset=0");
        long validity = list.getJsonNumber("uidValidity").longValue();
        List<Long> uids = list.getJsonArray("rows").stream()
                .map(row -> row.asJsonObject().getJsonNumber("uid").longValue())
                .toList();
        var left = uids.iterator();
        var leftBare = uids.reversed().iterator();
        timings.compare(
                "open a message",
                20,
                () -> get(browser, "/mailbox/body?folder=INBOX&uidValidity=" + validity + "&uid=" + left.next()),
                () -> bare.send("UID FETCH " + leftBare.next() + " (BODY.PEEK[])"));
        MailboxView mailbox = new MailboxView(page);
        mailbox.rows().first().waitFor();
        timings.compare(
                "delete, until the next message is on screen",
                10,
                () -> {
                    String uid = mailbox.rows().first().getAttribute("data-uid");
                    mailbox.rows().first().click();
                    mailbox.action("delete").click();
                    page.locator("[data-testid=row][data-uid=\"" + uid + "\"]").waitFor(gone());
                },
                () -> bare.send("UID MOVE " + leftBare.next() + " Trash"));
    }

    private static com.microsoft.playwright.Locator.WaitForOptions gone() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }

    private JsonObject rows(BrowserContext browser, String parameters) throws IOException, InterruptedException {
        String answer = get(browser, "/mailbox/rows?folder=INBOX&limit=50" + parameters);
        try (var reader = Json.createReader(new java.io.StringReader(answer))) {
            return reader.readObject();
        }
    }

    /** Asked for once: that takes longer than many an answer of Oriel's. */
    private String cookies(BrowserContext browser) {
        return browser.cookies(oriel.address()).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    private String get(BrowserContext browser, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(oriel.address() + path))
                        .header("Cookie", cookies.computeIfAbsent(browser, this::cookies))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }
}
