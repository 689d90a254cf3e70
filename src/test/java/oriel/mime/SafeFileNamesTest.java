package oriel.mime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oriel.mail.Attachment;
import oriel.mail.Message;

import static org.assertj.core.api.Assertions.assertThat;

class SafeFileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "../../etc/passwd, passwd",
        "C:\\Windows\\x.exe, x.exe",
        ".htaccess, htaccess",
        "..., attachment-2.pdf",
        "'', attachment-2.pdf",
        "a/, attachment-2.pdf",
        "a\u202Egpj.exe, agpj.exe",
        "a\u0000b\u0007.txt, ab.txt",
        "invoice.pdf\u00A0\u00A0\u00A0.exe, invoice.pdf .exe",
        "<img src=x>.png, img src=x.png",
        "nul.txt, _nul.txt",
        "Übersicht 日本 😀.txt, Übersicht 日本 😀.txt",
    })
    void makesNamesSafe(String sent, String name) {
        assertThat(SafeFileNames.of(sent, "application/pdf", "2")).isEqualTo(name);
    }

    @Test
    void keepsNamesOnOneLine() {
        assertThat(SafeFileNames.of("a\r\nX: 1.txt", "text/plain", "2")).isEqualTo("aX 1.txt");
    }

    @Test
    void keepsTheEndingOfLongNames() {
        String name = SafeFileNames.of("x".repeat(1_000) + ".txt", "text/plain", "2");

        assertThat(name).hasSize(200).endsWith("x.txt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filename=plain.txt | plain.txt",
                "filename=\"a;b.txt\" | a;b.txt",
                "filename=\"no end.txt | no end.txt",
                "filename=with space.txt | with space.txt",
                "filename*=UTF-8''Gr%C3%BC%C3%9Fe.txt | Grüße.txt",
                "filename*=iso-8859-1'de'Gr%FC%DFe.txt; filename=old.txt | Grüße.txt",
                "filename*0*=UTF-8''Gr%C3; filename*1*=%BC%C3%9F; filename*2=e.txt | Grüße.txt",
                "filename*1=b.txt; filename*0=a | ab.txt",
                "filename==?utf-8?q?Gr=C3=BC=C3=9Fe.txt?= | Grüße.txt",
                "filename=\"=?utf-8?q?Gr=C3=BC=C3=9Fe.txt?=\" | Grüße.txt",
                "filename=\"Gr\u00C3\u00BC\u00C3\u009Fe.txt\" | Grüße.txt",
            })
    void readsNamesHoweverTheyAreWritten(String parameters, String name) throws Exception {
        Message message =
                Mime.parse("Content-Type: application/pdf\nContent-Disposition: attachment; " + parameters + "\n\nx");

        assertThat(message.attachments()).extracting(Attachment::name).containsExactly(name);
    }
}
