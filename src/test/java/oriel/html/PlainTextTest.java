package oriel.html;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class PlainTextTest {
    private static final String OPEN = "<div class=\"plain-text\" style=\"white-space:pre-wrap\">";
    private static final String QUOTE = "<blockquote class=\"quote\">";

    private final PlainText plainText = new PlainText();

    private String fixed(String text) {
        String html = plainText.toHtml(text, false, false);
        assertThat(html).startsWith(OPEN).endsWith("</div>");
        return html.substring(OPEN.length(), html.length() - 6);
    }

    private String flowed(String text, boolean delSp) {
        String html = plainText.toHtml(text, true, delSp);
        return html.substring(OPEN.length(), html.length() - 6);
    }

    private static String link(String address) {
        String escaped = address.replace("&", "&amp;");
        return "<a href=\"" + escaped + "\" target=\"_blank\" rel=\"noopener noreferrer\">" + escaped + "</a>";
    }

    @Test
    void keepsWhiteSpaceAndEscapesMarkup() {
        assertThat(fixed("a  b\r\n\tc & <b>\"d\"</b>")).isEqualTo("a  b\n\tc &amp; &lt;b&gt;\"d\"&lt;/b&gt;");
    }

    @Test
    void nestsQuotes() {
        assertThat(fixed("one\n> two\n>> three\n> > four\nfive"))
                .isEqualTo("one" + QUOTE + "two" + QUOTE + "three\nfour</blockquote></blockquote>five");
    }

    @Test
    void capsTheDepthOfQuotesAndKeepsTheRestAsText() {
        String html = fixed(">".repeat(25) + "x");

        assertThat(html.split("<blockquote", -1)).hasSize(21);
        assertThat(html).contains("&gt;&gt;&gt;&gt;&gt;x");
    }

    @Test
    void setsTheSignatureApart() {
        assertThat(fixed("hello\n-- \nAda\n01234")).isEqualTo("hello<div class=\"signature\">-- \nAda\n01234</div>");
    }

    @Test
    void joinsFlowedLines() {
        assertThat(flowed("one \ntwo\nthree", false)).isEqualTo("one two\nthree");
        assertThat(flowed("zu \nsammen \n", true)).isEqualTo("zusammen");
    }

    @Test
    void joinsFlowedQuotesOfOneDepthOnly() {
        assertThat(flowed("> one \n> two \n>> three\nfour", false))
                .isEqualTo(QUOTE + "one two " + QUOTE + "three</blockquote></blockquote>four");
    }

    @Test
    void undoesSpaceStuffing() {
        assertThat(flowed(" >not a quote\n From\n  two spaces", false)).isEqualTo("&gt;not a quote\nFrom\n two spaces");
    }

    @Test
    void neverJoinsTheLineOfTheSignature() {
        assertThat(flowed("hello \n-- \nAda", false)).isEqualTo("hello <div class=\"signature\">-- \nAda</div>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see https://a.example/x. | see ^https://a.example/x^.",
                "(https://a.example/x_(y)) | (^https://a.example/x_(y)^)",
                "<https://a.example/?a=b&c> | <^https://a.example/?a=b&c^>",
                "https://a.example/, https://b.example/! | ^https://a.example/^, ^https://b.example/^!",
                "mailto:ada@a.example? | ^mailto:ada@a.example^?",
                "xhttp://a.example | xhttp://a.example",
                "http:// | http://",
                "javascript://a.example | javascript://a.example",
                "https://bad_%host/ | https://bad_%host/",
            })
    void findsLinks(String text, String marked) {
        String html = fixed(text);

        String actual = org.jsoup.Jsoup.parseBodyFragment(
                        html.replaceAll("<a [^>]*>", "^").replace("</a>", "^"))
                .text();
        assertThat(actual).isEqualTo(marked);
    }

    @Test
    void writesLinksForANewWindow() {
        assertThat(fixed("https://a.example/?a&b")).isEqualTo(link("https://a.example/?a&b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "https://a.example/\"onmouseover=alert(1)",
                "https://a.example/'><img src=x onerror=alert(1)>",
                "> <b>\n>> &lt;script>\n-- \n<style>",
                "\u0000\uFFFF\u2028<\uFEFFimg src=x>\uD800",
                "[a](javascript:alert(1)) mailto:\"><svg onload=alert(1)>",
            })
    void neverMakesMarkupOfText(String text) {
        CleanOptions options = new CleanOptions(RemoteContent.BLOCK, cid -> Optional.empty(), true);
        String html = plainText.toHtml(text, false, false);

        assertThat(OutputCheck.problems(html, RemoteContent.BLOCK)).isEmpty();
        assertThat(new Sanitizer().clean(html, options).html()).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://", "https://a.example/((((", "mailto:", ">", "> ", "a \n", "-- \n", "(", "http://a.b/x "
            })
    void takesLinearTimeOnHostileText(String piece) {
        String text = piece.repeat(2_000_000 / piece.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> plainText.toHtml(text, false, false));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> plainText.toHtml(text, true, true));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> plainText.fromHtml(text));
    }

    @Test
    void readsParagraphsAndLines() {
        assertThat(plainText.fromHtml(
                        "<h1>Title</h1><p>one\n two<br>three</p><p>four</p><div>five</div><div>six</div>"))
                .isEqualTo("Title\n\none two\nthree\n\nfour\n\nfive\nsix");
    }

    @Test
    void readsLists() {
        assertThat(plainText.fromHtml("<p>a</p><ul><li>b<li>c<ol><li>d<li>e</ol></ul><p>f"))
                .isEqualTo("a\n\n- b\n- c\n  1. d\n  2. e\n\nf");
    }

    @Test
    void readsLinksWithTheirAddress() {
        assertThat(plainText.fromHtml("<a href='https://a.example/x'>here</a> <a href='https://a.example'>a.example</a>"
                        + " <a href='mailto:ada@a.example'>Ada</a> <a href='javascript:x'>no</a>"))
                .isEqualTo("here <https://a.example/x> a.example Ada <ada@a.example> no");
    }

    @Test
    void readsQuotes() {
        assertThat(plainText.fromHtml("<p>a</p><blockquote><p>b</p><p>c</p><blockquote>d</blockquote></blockquote>e"))
                .isEqualTo("a\n\n> b\n>\n> c\n>\n> > d\n\ne");
    }

    @Test
    void readsTablesRowByRow() {
        assertThat(plainText.fromHtml("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"))
                .isEqualTo("a  b\nc  d");
    }

    @Test
    void readsPreformattedTextAsItIs() {
        assertThat(plainText.fromHtml("<pre>a\n  b\n\nc</pre>")).isEqualTo("a\n  b\n\nc");
    }

    @Test
    void leavesOutWhatIsNoText() {
        assertThat(plainText.fromHtml(
                        "<title>t</title><style>p{}</style><script>x</script><!-- c -->a<svg><text>b</text></svg>"))
                .isEqualTo("a");
    }
}
