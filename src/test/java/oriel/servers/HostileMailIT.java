package oriel.servers;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.browser.page.MailboxView;
import oriel.fixture.Corpus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hostile and odd mail through the whole product, in a browser: nothing runs, nothing opens, nothing is asked for, nothing
 * covers the page. A sample, or with {@code -Pcorpus} everything.
 */
class HostileMailIT extends OutlookInBrowser {

    private static final boolean ALL = Boolean.getBoolean("oriel.corpus.all");
    private static final int SAMPLE = 200;

    /** Answering takes longer than reading. */
    private static final int ANSWERED = 20;

    private static final String INSPECTION = inspection();

    private final List<String> problems = new ArrayList<>();
    private String uidValidity = "";

    @BeforeEach
    void needsCorpus() {
        Corpus.skipIfMissing();
    }

    private static String inspection() {
        try (InputStream in = HostileMailIT.class.getResourceAsStream("inspect.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsEveryVector() throws IOException {
        List<Corpus.Vector> vectors = sample(Corpus.vectors(), SAMPLE);
        assertThat(vectors).hasSizeGreaterThanOrEqualTo(SAMPLE);
        MailboxView mailbox = fillWith(vectors);

        for (int number = 0; number < vectors.size(); number++) {
            Corpus.Vector vector = vectors.get(number);
            inspect(mailbox.page(), number, vector.toString(), vector.isHarmless() ? text(vector.input()) : null);
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void readsEveryOddMessage() throws IOException {
        List<Path> messages = sample(Corpus.messages(), SAMPLE);
        List<byte[]> sources = new ArrayList<>();
        for (Path file : messages) {
            sources.add(Files.readAllBytes(file));
        }
        MailboxView mailbox = fill(sources);

        for (int number = 0; number < messages.size(); number++) {
            inspect(mailbox.page(), number, messages.get(number).toString(), null);
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void answersAndForwardsEveryVector() throws IOException {
        List<Corpus.Vector> vectors = sample(Corpus.vectors(), ANSWERED);
        MailboxView mailbox = fillWith(vectors);

        for (int number = 0; number < vectors.size(); number++) {
            open(mailbox.page(), number);
            for (String action : List.of("reply", "forward")) {
                answer(mailbox, action, vectors.get(number).toString());
            }
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void listsAndFindsEveryVector() throws IOException {
        List<Corpus.Vector> vectors = sample(Corpus.vectors(), SAMPLE);
        Page page = fillWith(vectors).page();

        page.getByTestId("search-input").fill(HostileMail.WORD);
        page.getByTestId("search-input").press("Enter");
        page.locator(".row-subject mark").first().waitFor();
        open(page, 0);
        for (int top = 0; top < vectors.size() * 70; top += 500) {
            page.getByTestId("list-scroll").evaluate("(list, top) => list.scrollTop = top", top);
            page.waitForFunction("() => !document.querySelector('.row.blank')");
            problems.addAll(inspected(page, "list at " + top, null));
        }

        assertThat(problems).isEmpty();
    }

    /** What people would read of it. */
    private static String text(String html) {
        Document document = Jsoup.parse(html);
        document.select(
                        "script,style,title,template,noscript,textarea,select,svg,math,iframe,noembed,noframes,xmp,plaintext")
                .remove();
        return document.body().wholeText();
    }

    /** Every so many of them. */
    private static <T> List<T> sample(List<T> all, int size) {
        int step = ALL ? 1 : all.size() / size;
        return IntStream.range(0, all.size())
                .filter(number -> number % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    private MailboxView fillWith(List<Corpus.Vector> vectors) throws IOException {
        return fill(IntStream.range(0, vectors.size())
                .mapToObj(number -> HostileMail.of(vectors.get(number), number))
                .toList());
    }

    private MailboxView fill(List<byte[]> messages) throws IOException {
        try (BareImap imap = new BareImap(servers.outlook().imap(), user, MailServers.PASSWORD)) {
            for (byte[] message : messages) {
                imap.append("INBOX", message);
            }
        }
        MailboxView mailbox = signIn();
        Page page = mailbox.page();
        page.onDialog(dialog -> {
            problems.add("a dialog says " + dialog.message());
            dialog.dismiss();
        });
        page.onPopup(popup -> problems.add("a window opened: " + popup.url()));
        mailbox.rows().first().click();
        page.waitForURL("**message=*");
        uidValidity = page.url().replaceFirst(".*message=(\\d+).*", "$1");
        return mailbox;
    }

    private void inspect(Page page, int number, String what, @Nullable String harmless) {
        try {
            open(page, number);
            problems.addAll(inspected(page, what, harmless));
        } catch (TimeoutError e) {
            problems.add(what + ": is not shown");
        }
    }

    /** The first three messages of the folder are others. */
    private void open(Page page, int number) {
        page.evaluate("""
                message => {
                  const place = new URLSearchParams(location.search);
                  place.set('message', message);
                  history.pushState(null, '', '?' + place);
                  dispatchEvent(new PopStateEvent('popstate'));
                }""", uidValidity + "." + (number + 4));
        page.locator("[data-testid=reader][data-uid='" + (number + 4) + "']").waitFor();
        page.locator(".reader-body:not(.loading)").waitFor();
    }

    @SuppressWarnings("unchecked")
    private static List<String> inspected(Page page, String what, @Nullable String harmless) {
        return ((List<String>) page.evaluate(INSPECTION, harmless))
                .stream().map(problem -> what + ": " + problem).toList();
    }

    private void answer(MailboxView mailbox, String action, String what) {
        Page page = mailbox.page();
        mailbox.answer(action).field("body").waitFor();
        Object found = page.getByTestId("compose-body").evaluate("""
                body => [...body.querySelectorAll('script,iframe,object,embed,form,input,svg,math,base,link,style,meta,*')]
                  .filter(each => !/^(div|p|br|b|i|u|s|a|span|font|blockquote|pre|code|img|h[1-6]|ul|ol|li|dl|dt|dd|table|t[rdh]|tbody|thead|tfoot|caption|col|colgroup|center|small|big|strong|em|del|ins|sub|sup|hr|abbr|acronym|address|cite|dfn|kbd|q|samp|strike|time|tt|var|wbr|figure|figcaption|mark)$/.test(each.localName)
                    || [...each.attributes].some(({ name, value }) => /^on/.test(name) || /^(?!title|alt)/.test(name) && /script:/i.test(value)))
                  .map(each => each.outerHTML.slice(0, 100))""");
        if (!((List<?>) found).isEmpty()) {
            problems.add(what + ": " + action + " holds " + found);
        }
        page.getByTestId("compose-close").click();
        Locator discard = page.getByTestId("compose-discard");
        if (discard.isVisible()) {
            discard.click();
        }
        page.getByTestId("composer").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }
}
