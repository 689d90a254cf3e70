package oriel.mime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** From bytes to the text that is shown; the messages are written byte by byte. */
class BodyTextTest {

    @ParameterizedTest
    @CsvSource({
        "utf-8, Gr\u00C3\u00BC\u00C3\u009Fe, Grüße",
        "iso-8859-1, Gr\u00FC\u00DFe \u0080, Grüße €",
        "utf-8, Gr\u00FC\u00DFe, Grüße",
        "us-ascii, Gr\u00C3\u00BC\u00C3\u009Fe, Grüße",
        "iso-8859-1, Gr\u00C3\u00BC\u00C3\u009Fe, Grüße",
        "'', Gr\u00FC\u00DFe, Grüße",
        "no-such-charset, Gr\u00FC\u00DFe, Grüße",
        "'!!', Gr\u00FC\u00DFe, Grüße",
        "windows-1251, \u00CF\u00F0\u00E8, При",
        "utf-7, Gr+APwA3w-e +- 1, Grüße + 1",
        "latin1, \u00EF\u00BB\u00BFGr\u00C3\u00BC, Grü",
        "ks_c_5601-1987, \u00C7\u00D1, 한",
    })
    void decodesWhateverTheLabelSays(String charset, String bytes, String text) throws Exception {
        assertThat(text("Content-Type: text/plain; charset=\"" + charset + "\"\n\n" + bytes))
                .isEqualTo(text);
    }

    @Test
    void looksIntoHtmlForItsCharset() throws Exception {
        String html = "<meta http-equiv=content-type content='text/html; charset=windows-1251'>\u00CF\u00F0\u00E8";

        assertThat(text("Content-Type: text/html\n\n" + html)).endsWith("При");
    }

    @ParameterizedTest
    @CsvSource({
        "quoted-printable, a=3Db=, a=b",
        "quoted-printable, 'a=\nb', ab",
        "quoted-printable, 'a=ZZ b  \nc', 'a=ZZ b\r\nc'",
        "quoted-printable, a=, a",
        "quoted-printable, 'a  b   =\nc', 'a  b   c'",
        "QUOTED-PRINTABLE, a=3d, a=",
        "base64, aGVs!!bG8=, hello",
        "base64, aGVsbG8, hello",
        "'base64; x=y', aGVsbG8=, hello",
        "8bit, hello, hello",
        "x-unknown, hello, hello",
    })
    void undoesTheTransferEncoding(String encoding, String bytes, String text) throws Exception {
        assertThat(text("Content-Transfer-Encoding: " + encoding + "\n\n" + bytes))
                .isEqualTo(text);
    }

    private static String text(String message) throws Exception {
        return Mime.parse(message).bodies().getFirst().content();
    }
}
