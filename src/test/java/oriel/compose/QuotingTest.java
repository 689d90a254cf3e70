package oriel.compose;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import oriel.mail.Address;
import oriel.mail.Body;
import oriel.mail.Message;
import oriel.ui.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class QuotingTest {

    private static final Regional BERLIN = new Regional(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));

    private static final InlineImages NO_IMAGES = new InlineImages(CompositionId.create(), Map.of());

    private final Quoting quoting = new Quoting(new PlainMarkup(), new Texts());

    @Test
    void setsTheOriginalApartAndSaysWhoseItIs() {
        Quoting.Quote quote =
                quoting.reply(Originals.saying(Body.html("<b>At noon?</b><script>x</script>")), NO_IMAGES, BERLIN);

        assertThat(quote.html())
                .contains("Friday, November 20, 2026")
                .contains("Grace Hopper wrote:")
                .contains("<blockquote type=\"cite\"><b>At noon?</b></blockquote>");
        assertThat(quote.text()).contains("Grace Hopper wrote:\n> At noon?");
    }

    @Test
    void quotesQuotesDeeper() {
        Message original = Originals.addressed(Originals.GRACE, List.of(), List.of(), List.of());

        assertThat(quoting.reply(original, NO_IMAGES, BERLIN).text()).endsWith("> At noon?\n>\n>> Lunch?\n");
    }

    @Test
    void tellsTheTimeWhereTheWriterIs() {
        assertThat(quoting.reply(Originals.saying(Body.plain("x")), NO_IMAGES, BERLIN)
                        .text())
                .contains("11:42");
    }

    @Test
    void forwardsWithTheHead() {
        Quoting.Quote quote = quoting.forward(Originals.saying(Body.plain("At noon?")), NO_IMAGES, BERLIN);

        assertThat(quote.text())
                .contains("From: Grace Hopper <grace@oriel.test>\n")
                .contains("Subject: Lunch?\nTo: Ada <Ada@oriel.test>\n\nAt noon?")
                .doesNotContain("Cc:");
        assertThat(quote.html()).contains("From: Grace Hopper &lt;grace@oriel.test&gt;<br>");
    }

    @Test
    void letsNoNameBecomeMarkup() {
        Address hostile = new Address("<img src=x onerror=alert(1)> {0} 'x", "eve@evil.test");
        Message original = Originals.addressed(hostile, List.of(), List.of(), List.of());

        assertThat(quoting.reply(original, NO_IMAGES, BERLIN).html())
                .doesNotContain("<img")
                .contains("&lt;img src=x");
        assertThat(quoting.forward(original, NO_IMAGES, BERLIN).html()).doesNotContain("<img");
    }
}
