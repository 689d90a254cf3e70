package oriel.mailbox.web;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContentDispositionTest {

    @Test
    void givesTheNameInAsciiAndInUtf8() {
        assertThat(ContentDisposition.of("attachment", "Überblick 2026*.pdf"))
                .isEqualTo(
                        "attachment; filename=\"_berblick 2026_.pdf\"; filename*=UTF-8''%C3%9Cberblick%202026%2A.pdf");
    }

    @Test
    void letsNoNameEndTheHeaderOrTheQuotes() {
        String header = ContentDisposition.of("attachment", "a\"; filename=\"b.exe\r\nSet-Cookie: x\\");

        assertThat(header).doesNotContain("\r", "\n", "\\").containsOnlyOnce("; filename=\"");
    }
}
