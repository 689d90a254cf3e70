package oriel.html;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Input made to take long, much memory or a deep stack. The time allowed is generous: these run on busy machines. */
class BombTest {
    private static final CleanOptions OPTIONS =
            new CleanOptions(RemoteContent.BLOCK, cid -> Optional.of("/part/1"), true);

    private final Sanitizer sanitizer = new Sanitizer();

    private static Stream<String[]> bombs() {
        return Stream.of(
                bomb("nested divs", "<div>".repeat(80_000) + "x"),
                bomb("nested tables", "<table><tr><td>".repeat(40_000) + "x"),
                bomb("nested quotes", "<blockquote>".repeat(80_000) + "x" + "</blockquote>".repeat(80_000)),
                bomb("nested lists", "<ul><li>".repeat(60_000) + "x"),
                bomb("nested fonts", "<font color=red>".repeat(60_000) + "x"),
                bomb("nested links", "<a href='https://a.example/'>".repeat(60_000) + "x"),
                bomb("nested links in tables", "<a href='https://a.example/'>a.example<table><td>".repeat(40_000)),
                bomb("angle brackets", "<".repeat(2 << 20)),
                bomb("open comments", "<!--".repeat(500_000)),
                bomb("ampersands", "&".repeat(2 << 20)),
                bomb("attributes", "<p " + "a%d='x' ".formatted(1).repeat(100_000) + ">x"),
                bomb("other attributes", "<p " + numbered("a#='x' ", 100_000) + ">x"),
                bomb("classes", "<p class='" + numbered("c# ", 150_000) + "'>x"),
                bomb("repeated formatting", numbered("<font color=c#>", 12) + "<p>x".repeat(500_000)),
                bomb("repeated style", "<b style='" + "color:red;".repeat(5_000) + "'>" + "<p>x".repeat(500_000)),
                bomb("many styles", numbered("<p style='color:#000;margin:#px;background:url(x#)'>x", 30_000)),
                bomb("empty elements", "<b></b>".repeat(300_000)),
                bomb("fostered text", "<table>" + "x<tr>".repeat(300_000)),
                bomb("misnested", "<b><i><p></b></i>".repeat(100_000)),
                bomb("one long style", "<p style='" + "color:red;".repeat(200_000) + "'>x"),
                bomb("deep functions", "<p style='width:" + "calc(".repeat(200_000) + "'>x"),
                bomb("deep brackets", "<p style='" + "([{".repeat(200_000) + "'>x"),
                bomb("many braces", "<style>" + "}".repeat(250_000) + "</style>x"),
                bomb("deep media", "<style>" + "@media print{".repeat(15_000) + "</style>x"),
                bomb("many rules", "<style>" + "a{color:red}".repeat(20_000) + "</style>x"),
                bomb("many odd rules", "<style>" + "a>b..c,d:x(y){color:;a:b}".repeat(9_000) + "</style>x"),
                bomb("many selectors", "<style>" + "a>b,".repeat(60_000) + "c{color:red}</style>x"),
                bomb("long selector", "<style>" + "a ".repeat(100_000) + "{color:red}</style>x"),
                bomb("open strings", "<style>" + "a{b:\"".repeat(40_000) + "</style>x"),
                bomb("open css comments", "<style>" + "/*".repeat(100_000) + "</style>x"),
                bomb("data image", "<img src='data:image/png;base64," + "A".repeat(2_000_000) + "'>x"),
                bomb("long address", "<a href='https://" + "a.".repeat(500_000) + "'>x</a>"),
                bomb("long odd address", "<a href='https://" + "ä".repeat(500_000) + "'>x</a>"),
                bomb("long host in text", "<a href='https://a.example/'>" + "a.".repeat(500_000) + "</a>"),
                bomb("blanks", "<a href='https://a.example/'>" + " ".repeat(1_000_000) + "x</a>"),
                bomb("line ends", "<pre>" + "\n".repeat(1_000_000) + "</pre>x"));
    }

    private static String[] bomb(String name, String html) {
        return new String[] {name, html};
    }

    private static String numbered(String text, int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(text.replace("#", String.valueOf(i)));
        }
        return out.toString();
    }

    @TestFactory
    Stream<DynamicTest> isDoneInTime() {
        return bombs().map(bomb -> DynamicTest.dynamicTest(bomb[0], () -> {
            CleanHtml clean =
                    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> sanitizer.clean(bomb[1], OPTIONS), bomb[0]);

            assertThat(clean.html().length()).isLessThan(16 << 20);
        }));
    }

    @TestFactory
    Stream<DynamicTest> isReadAsTextInTime() {
        return bombs().map(bomb -> DynamicTest.dynamicTest(bomb[0], () -> {
            String text =
                    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> new PlainText().fromHtml(bomb[1]), bomb[0]);

            assertThat(text.length()).isLessThan(8 << 20);
        }));
    }

    @Test
    void saysWhenTheEndIsMissing() {
        String html = "<p>x</p>".repeat(Sanitizer.MAX_LENGTH / 8);

        assertThat(sanitizer.clean("<p>x</p>", OPTIONS).cut()).isFalse();
        assertThat(sanitizer.clean(html + "<p>y", OPTIONS).cut()).isTrue();
    }
}
