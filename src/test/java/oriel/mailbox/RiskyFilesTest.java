package oriel.mailbox;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RiskyFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "setup.exe",
                "Invoice.PDF.JS",
                "page.html",
                "macro.docm",
                "picture.svg",
                "run.bat.",
                "x.lnk ",
                ".exe"
            })
    void warnsOfWhatRuns(String name) {
        assertThat(RiskyFiles.isRisky(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.pdf", "photo.jpg", "table.xlsx", "exe.txt", "archive.zip", "letter", "theme", "."})
    void isCalmOtherwise(String name) {
        assertThat(RiskyFiles.isRisky(name)).isFalse();
    }
}
