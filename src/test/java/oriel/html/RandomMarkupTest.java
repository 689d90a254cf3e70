package oriel.html;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tag soup that nobody would think of: both parsers must read the same tree in what comes out, and it must be stable. */
class RandomMarkupTest {
    private static final int DOCUMENTS = Integer.getInteger("oriel.random.documents", 400);

    private static final List<String> NAMES = List.of(
            ("a b i p div span table tbody thead tr td th caption colgroup col ul ol li dl dt dd h1 h2 pre blockquote font"
                            + " center br hr img form button select option svg math mtext mglyph style script title desc"
                            + " foreignObject annotation-xml template noscript textarea xmp iframe noembed plaintext"
                            + " frameset body html head object marquee nobr listing address tt u s strike big code"
                            + " input image details summary ruby rt rp optgroup isindex applet o:p x-y section")
                    .split(" "));
    private static final List<String> PIECES = List.of(
            "x",
            " ",
            "\n",
            "&lt;",
            "&amp;lt;",
            "<!--",
            "-->",
            "--!>",
            "<![CDATA[",
            "]]>",
            "<?x ",
            "</",
            "<",
            ">",
            "'",
            "\"",
            "\u0000",
            "&#0;",
            "&#13;",
            "&#x80;",
            "&nbsp;",
            "&notit;",
            "\uD83D\uDE00",
            "p{color:red}",
            "{",
            "}",
            "@media print{",
            "/*",
            "url(",
            "\\");
    private static final List<String> ATTRIBUTES = List.of(
            " href=https://a.example/",
            " href='javascript:x'",
            " src=cid:x",
            " src=https://b.example/",
            " style='color:red;background:url(https://c.example/)'",
            " style=\"font:1px 'x';margin:-1px\"",
            " class=c",
            " title='</title><b>\"'",
            " title=\"--><style>\"",
            " id=a name=b",
            " align=left width=1",
            " encoding=text/html",
            " onload=x",
            " type=hidden",
            " '\"=x",
            " /");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void isReadAlikeByBothParsersAndStable(int seed) {
        Random random = new Random(seed);
        Sanitizer sanitizer = new Sanitizer();
        for (int i = 0; i < DOCUMENTS; i++) {
            String html = document(random);
            CleanOptions options = new CleanOptions(
                    random.nextBoolean() ? RemoteContent.ALLOW : RemoteContent.BLOCK,
                    cid -> Optional.empty(),
                    random.nextBoolean());

            String clean = sanitizer.clean(html, options).html();

            assertThat(OutputCheck.problems(clean, options.remote())).as(html).isEmpty();
            assertThat(SecondParser.outline(SecondParser.body(clean))).as(html).isEqualTo(FirstParser.outline(clean));
            assertThat(sanitizer.clean(clean, options).html()).as(html).isEqualTo(clean);
        }
    }

    private static String document(Random random) {
        StringBuilder html = new StringBuilder();
        for (int length = 1 + random.nextInt(40); length > 0; length--) {
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    html.append('<').append(pick(random, NAMES));
                    while (random.nextInt(3) == 0) {
                        html.append(pick(random, ATTRIBUTES));
                    }
                    html.append('>');
                }
                case 2 -> html.append("</").append(pick(random, NAMES)).append('>');
                default -> html.append(pick(random, PIECES));
            }
        }
        return html.toString();
    }

    private static String pick(Random random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
