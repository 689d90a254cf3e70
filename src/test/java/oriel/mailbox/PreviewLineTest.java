package oriel.mailbox;

import org.junit.jupiter.api.Test;
import oriel.html.PlainText;
import oriel.mail.Body;

import static org.assertj.core.api.Assertions.assertThat;

class PreviewLineTest {

    private final PreviewLine line = new PreviewLine(new ReadableText(new PlainText()));

    @Test
    void isTheTextInOneLine() {
        assertThat(line.of(Body.plain("Dear Ada,\r\n\r\n  at noon,\tthe usual place?\r\n")))
                .isEqualTo("Dear Ada, at noon, the usual place?");
    }

    @Test
    void readsHtmlAloudWithoutItsStylesAndScripts() {
        assertThat(line.of(
                        Body.html("<style>p{color:red}</style><script>alert(1)</script><p>At <b>noon</b> &lt;3</p>")))
                .isEqualTo("At noon <3");
    }

    @Test
    void leavesQuotesAndRulersOutWhereThereIsSomethingElse() {
        assertThat(line.of(Body.plain("> Shall we?\n> When?\n-----\nYes, at noon.")))
                .isEqualTo("Yes, at noon.");
        assertThat(line.of(Body.plain("> Shall we?"))).isEqualTo("> Shall we?");
    }

    @Test
    void leavesOutWhatMailersFillPreviewsWith() {
        assertThat(line.of(Body.plain("Sale! \u034f \u200c \u034f \u200c \u00ad \ufeff now")))
                .isEqualTo("Sale! now");
    }

    @Test
    void endsAfterTwoHundredCharactersAndNotInTheMiddleOfOne() {
        String text = "x".repeat(199) + "\ud83d\ude00" + "y".repeat(50);

        assertThat(line.of(Body.plain(text))).isEqualTo("x".repeat(199));
    }

    @Test
    void isEmptyWhereThereIsNoText() {
        assertThat(line.of(Body.plain(" \r\n "))).isEmpty();
    }
}
