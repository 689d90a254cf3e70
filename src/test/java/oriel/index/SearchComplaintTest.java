package oriel.index;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What can't be understood is explained, and searched for all the same. */
class SearchComplaintTest {

    private static SearchSyntax.Parsed parsed(String typed) {
        return SearchSyntax.parse(typed, LocalDate.of(2026, 11, 23).atStartOfDay(ZoneOffset.UTC), name -> List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"at noon', quote",
        "'(a b', parenthesis",
        "a) b, closing",
        "has:wings, has",
        "is:great, is",
        "after:someday, date",
        "on:2026-02-31, date",
        "larger:huge, size",
        "in:nowhere, folder"
    })
    void explainsWhatItDoesNotUnderstandAndSearchesForTheWords(String typed, String wrong) {
        SearchSyntax.Parsed parsed = parsed(typed);

        assertThat(parsed.complaint()).map(Complaint::key).contains("mailbox.search.wrong." + wrong);
        assertThat(parsed.words()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'lunch (a b', (a b",
        "'lunch) noon', ) noon",
        "'a \"at noon', \"at noon",
        "'from:(ada', (ada",
        "'subject:\"at noon', subject:\"at noon",
        "'(abcdefghij abcdefghij abcdefghij abcdefghij', (abcdefghij abcdefghij abcdefg\u2026"
    })
    void saysWhereItDoesNotUnderstand(String typed, String place) {
        assertThat(parsed(typed).complaint()).map(Complaint::typed).contains(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "--",
                "OR",
                "NOT",
                "|||",
                "()",
                "((((",
                "\"",
                "\"\"",
                ":",
                "from:",
                "from::",
                "from:\"",
                "AND",
                "a AND",
                "\ud83d",
                "\u0000",
                "\u202e(\u202d",
                "*",
                "from:*",
                "in:",
                "-(",
                "NOT NOT NOT",
                "OR OR",
                "() OR ()"
            })
    void neverFails(String typed) {
        assertThat(parsed(typed).expression()).isNotNull();
        assertThat(parsed((typed + " ").repeat(400)).expression()).isNotNull();
        assertThat(parsed(typed.repeat(1_500)).expression()).isNotNull();
    }
}
