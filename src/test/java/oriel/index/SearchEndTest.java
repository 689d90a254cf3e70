package oriel.index;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchEndTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            lunch fr;lunch ;``;fr
            FROM:gra;``;from;gra
            lunch from:"Grace Ho;lunch ;from;Grace Ho
            (is:un;(;is;un
            lunch -is:un;lunch -;is;un
            a|in:;a|;in;``
            lunch ;lunch ;``;``
            12:30;``;``;12:30
            well-known;``;``;well-known
            """)
    void knowsWhatIsBeingTyped(String typed, String before, String operator, String value) {
        assertThat(SearchEnd.of(typed)).isEqualTo(new SearchEnd(before, operator, value));
    }

    @Test
    void isEmptyForNothing() {
        assertThat(SearchEnd.of("")).isEqualTo(new SearchEnd("", "", ""));
    }
}
