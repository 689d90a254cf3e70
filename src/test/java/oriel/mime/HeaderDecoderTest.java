package oriel.mime;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.mail.Address;

import static org.assertj.core.api.Assertions.assertThat;

class HeaderDecoderTest {

    @ParameterizedTest
    @CsvSource({
        "=?utf-8?q?Gr=C3=BC=C3=9Fe?=, Grüße",
        "=?UTF-8?B?R3LDvMOfZQ==?=, Grüße",
        "=?utf-8*de?Q?Gr=C3=BC=C3=9Fe?= an alle, Grüße an alle",
        "=?utf-8?Q?a_b?= =?utf-8?Q?c?=, a bc",
        "=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?=, Grüße",
        "=?utf-8?Q?Gr=C3?= =?utf-8?Q?=BC=C3=9Fe?=, Grüße",
        "=?iso-8859-1?Q?Gr=FC=DFe?=, Grüße",
        "=?x-unknown?Q?Gr=FC=DFe?=, Grüße",
        "=?utf-8?Q?Gr=FC=DFe?=, Grüße",
        "=?utf-8?q?hello world?=, hello world",
        "=?utf-8?q?what??=, what?",
        "=?utf-8?q?broken=?=, broken=",
        "=?utf-8?B?R3LDvMOfZQ?=, Grüße",
        "=?utf-8?B?R3L*DvMOfZQ===?=, Grüße",
        "=?utf-8?q?no end, =?utf-8?q?no end",
        "=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=, 日本",
        "=?gb2312?B?xOO6ww==?=, 你好",
        "=?utf-7?Q?Gr+APwA3w-e?=, Grüße",
        "plain, plain",
    })
    void decodesWords(String raw, String text) {
        assertThat(HeaderDecoder.text(raw)).isEqualTo(text);
    }

    @Test
    void decodesRawBytes() {
        String utf8 = new String("Grüße".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(HeaderDecoder.text(utf8)).isEqualTo("Grüße");
        assertThat(HeaderDecoder.text("Gr\u00FC\u00DFe \u0080")).isEqualTo("Grüße €");
        assertThat(HeaderDecoder.text("日本")).isEqualTo("日本");
    }

    @Test
    void unfoldsLinesAndDropsControlCharacters() {
        assertThat(HeaderDecoder.text("one\r\n\t two\u0007three\0")).isEqualTo("one two three");
        assertThat(HeaderDecoder.text("=?utf-8?q?a=0D=0ABcc:_x?=")).isEqualTo("a Bcc: x");
    }

    @Test
    void readsAddressesAsPeopleWriteThem() {
        assertThat(HeaderDecoder.addresses("Grace Hopper <grace@oriel.test>, ada@oriel.test"))
                .containsExactly(new Address("Grace Hopper", "grace@oriel.test"), new Address("", "ada@oriel.test"));
        assertThat(HeaderDecoder.addresses("\"Hopper, \\\"G\\\"\" <g@x.test>; a@x.test"))
                .containsExactly(new Address("Hopper, \"G\"", "g@x.test"), new Address("", "a@x.test"));
        assertThat(HeaderDecoder.addresses("=?utf-8?q?Gr=C3=A2ce,_H?= <g@x.test>"))
                .containsExactly(new Address("Grâce, H", "g@x.test"));
        assertThat(HeaderDecoder.addresses("\"=?utf-8?q?Gr=C3=A2ce?=\" <g@x.test>"))
                .containsExactly(new Address("Grâce", "g@x.test"));
        assertThat(HeaderDecoder.addresses("=?utf-8?q?a,b?= <g@x.test>"))
                .containsExactly(new Address("a,b", "g@x.test"));
        assertThat(HeaderDecoder.addresses("g@x.test (Grace (H))"))
                .containsExactly(new Address("Grace (H)", "g@x.test"));
        assertThat(HeaderDecoder.addresses("<@a.test,@b.test:g@x.test>")).containsExactly(new Address("", "g@x.test"));
        assertThat(HeaderDecoder.addresses("team: g@x.test, Ada <a@x.test>; b@x.test"))
                .containsExactly(
                        new Address("", "g@x.test"), new Address("Ada", "a@x.test"), new Address("", "b@x.test"));
        assertThat(HeaderDecoder.addresses("undisclosed-recipients:;"))
                .containsExactly(new Address("undisclosed-recipients", ""));
        assertThat(HeaderDecoder.addresses("Grace <g@x.test, Ada <a@x.test>"))
                .containsExactly(new Address("Grace", "g@x.test"), new Address("Ada", "a@x.test"));
        assertThat(HeaderDecoder.addresses("Grace g@x.test")).containsExactly(new Address("Grace", "g@x.test"));
        assertThat(HeaderDecoder.addresses("the system")).containsExactly(new Address("the system", ""));
        assertThat(HeaderDecoder.addresses("<>")).isEmpty();
        assertThat(HeaderDecoder.addresses(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"", "(", "<", ">", "\\", "=?", "a:", "@", ",", "\"a", "(a@b", "<@a,", "=?a?b?", "\u0000<\r\n@>"
            })
    void survivesGarbage(String garbage) {
        assertThat(HeaderDecoder.addresses(garbage)).isNotNull();
        assertThat(HeaderDecoder.addresses(garbage.repeat(50_000)).size()).isLessThanOrEqualTo(2_000);
        assertThat(HeaderDecoder.text(garbage.repeat(50_000))).isNotNull();
    }
}
