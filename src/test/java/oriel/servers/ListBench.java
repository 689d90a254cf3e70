package oriel.servers;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long lists and searches take. */
record ListBench(BenchedOriel oriel, Timings timings, BrowserContext browser, BareImap bare) {

    private static final int TIMES = 30;

    void all(int messages) throws Exception {
        alone();
        lists(messages);
        searches();
    }

    /** Without bare IMAP in between, which sorts and searches on the same processors. */
    private void alone() throws Exception {
        for (String list : List.of(
                "",
                "&sort=sender",
                "&sort=size",
                "&filter=unread",
                "&filter=flagged",
                "&conversations=true",
                "&search=from:person17",
                "&search=subject:" + BigMailbox.IN_SUBJECTS)) {
            timings.compare("by itself: " + list, TIMES, () -> oriel.rows(browser, "&offset=0" + list), () -> {});
        }
    }

    private void lists(int messages) throws Exception {
        int exists = bare.exists("INBOX");
        timings.compare("next screen", TIMES, () -> oriel.rows(browser, "&offset=50"), () -> bare.newest(exists, 50));
        timings.compare(
                "jump to the middle",
                TIMES,
                () -> oriel.rows(browser, "&offset=" + messages / 2),
                () -> bare.newest(exists, messages / 2));
        timings.compare(
                "jump to the oldest",
                TIMES,
                () -> oriel.rows(browser, "&offset=" + (messages - 50)),
                () -> bare.newest(exists, messages - 50));
        Map<String, String> sorts = Map.of("sender", "FROM", "subject", "SUBJECT", "size", "REVERSE SIZE");
        for (String sort : List.of("sender", "subject", "size")) {
            timings.compare(
                    "sorted by " + sort,
                    TIMES / 3,
                    () -> oriel.rows(browser, "&offset=0&sort=" + sort),
                    () -> fetch(bare, bare.send("UID SORT (" + sorts.get(sort) + ") UTF-8 ALL"), false));
        }
        Map<String, String> filters = Map.of("unread", "UNSEEN", "flagged", "FLAGGED");
        for (String filter : List.of("unread", "flagged")) {
            timings.compare(
                    "only " + filter,
                    TIMES / 3,
                    () -> oriel.rows(browser, "&offset=0&filter=" + filter),
                    () -> fetch(bare, bare.send("UID SEARCH " + filters.get(filter)), true));
        }
        timings.compare(
                "conversations",
                TIMES / 3,
                () -> oriel.rows(browser, "&offset=0&conversations=true"),
                () -> bare.send("UID THREAD REFERENCES UTF-8 ALL"));
    }

    private void searches() throws Exception {
        Map<String, String> keys = new HashMap<>();
        keys.put("subject:" + BigMailbox.IN_SUBJECTS, "SUBJECT " + BigMailbox.IN_SUBJECTS);
        keys.put("from:person17", "FROM person17");
        keys.put(BigMailbox.RARE_IN_BODIES, "BODY " + BigMailbox.RARE_IN_BODIES);
        for (var search : keys.entrySet()) {
            String typed = URLEncoder.encode(search.getKey(), StandardCharsets.UTF_8);
            timings.compare(
                    "search " + search.getKey(),
                    TIMES / 3,
                    () -> oriel.rows(browser, "&offset=0&search=" + typed),
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
}
