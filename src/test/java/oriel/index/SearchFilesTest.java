package oriel.index;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static oriel.index.Mails.mail;

/** Messages are found by the names of what is attached to them. */
class SearchFilesTest extends SearchedMails {

    @BeforeEach
    void fill() {
        holds(
                mail(1).subject("Figures").attached("Quarterly_Report-2026.final.PDF", "Gr\u00f6\u00dfe.xlsx"),
                mail(2).subject("Report"),
                mail(3).subject("\u5199\u771f").attached("\u8b70\u4e8b\u9332.docx"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filename:quarterly",
                "filename:rep",
                "filename:Quarterly_Report-2026.final.pdf",
                "filename:pdf",
                "filename:\"final pdf\"",
                "filename:grosse",
                "filename:xlsx filename:pdf",
                "filename:(xlsx pdf)",
                "quarterly",
                "figures 2026"
            })
    void findsNamesAndTheirParts(String typed) {
        assertThat(found(typed)).isEqualTo(1);
    }

    @Test
    void findsNamesOfFilesOnlyWhereThoseAreWanted() {
        assertThat(found("report")).isEqualTo(2);
        assertThat(found("filename:report")).isEqualTo(1);
        assertThat(found("subject:report")).isEqualTo(1);
        assertThat(found("-filename:report")).isEqualTo(2);
        assertThat(found("filename:\u8b70\u4e8b")).isEqualTo(1);
    }
}
