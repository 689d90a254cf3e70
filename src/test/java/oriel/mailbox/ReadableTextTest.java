package oriel.mailbox;

import org.junit.jupiter.api.Test;
import oriel.html.PlainText;
import oriel.mail.Body;

import static org.assertj.core.api.Assertions.assertThat;

class ReadableTextTest {

    private final ReadableText text = new ReadableText(new PlainText());

    @Test
    void hasTheWordsOfHtmlWithoutMarkupAndWhereLinksLead() {
        String words = text.of(Body.html("<style>p{}</style><p title='hidden'>At <b>noon</b>, see"
                + " <a href='https://click.oriel.test/x?y=secret'>the plan</a></p><script>alert(1)</script>"));

        assertThat(words).contains("At", "noon", "the plan").doesNotContain("secret", "hidden", "alert", "{");
    }

    @Test
    void hasAllOfAPlainText() {
        String words = text.of(Body.plain("> Shall we?\nYes, see https://oriel.test/plan"));

        assertThat(words).isEqualTo("> Shall we?\nYes, see https://oriel.test/plan");
    }

    @Test
    void readsHtmlThatWasCutAnywhere() {
        assertThat(text.of(Body.html("<p>At noon</p><a href='https://oriel.te")))
                .contains("At noon");
    }
}
