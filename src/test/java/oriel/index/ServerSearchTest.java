package oriel.index;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oriel.index.SearchExpression.Among;
import oriel.index.SearchExpression.And;
import oriel.index.SearchExpression.Or;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mail.SearchQuery;
import oriel.mail.SearchQuery.Field;
import oriel.mail.SearchQuery.Text;

import static org.assertj.core.api.Assertions.assertThat;

class ServerSearchTest {

    private static SearchExpression typed(String search) {
        return SearchSyntax.parse(search, LocalDate.of(2026, 11, 23).atStartOfDay(ZoneOffset.UTC), name -> List.of())
                .expression();
    }

    private static Optional<SearchQuery> asked(String search) {
        return ServerSearch.of(typed(search));
    }

    @Test
    void asksForAllWords() {
        assertThat(asked("subject:lunch noon is:unread"))
                .contains(SearchQuery.of(new Text(Field.SUBJECT, "lunch"), new Text(Field.ANYWHERE, "noon")));
        assertThat(asked("body:\"at noon\"")).contains(SearchQuery.of(new Text(Field.BODY, "at noon")));
    }

    @Test
    void asksForOneWordInTheTextOnly() {
        assertThat(asked("noon")).contains(SearchQuery.of(new Text(Field.BODY, "noon")));
    }

    @Test
    void asksInOneLineAndInComposedLetters() {
        assertThat(asked("body:\"at\n noon\u0000\"")).contains(SearchQuery.of(new Text(Field.BODY, "at noon")));
        assertThat(asked("e\u0301te\u0301")).contains(SearchQuery.of(new Text(Field.BODY, "\u00e9t\u00e9")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            noon?         | noon
            "at noon!"    | at noon
            (#12)         | 12
            "lunch, noon" | lunch, noon
            well-known    | well-known
            ada@x.test    | ada@x.test
            @x.test       | x.test
            50%           | 50
            c++           | c++
            .net          | net
            noon*         | noon
            🎉            | 🎉
            `noon"`       | noon
            """)
    void asksWithoutTheMarksThatTheIndexPassesOver(String typed, String text) {
        assertThat(asked(typed)).contains(SearchQuery.of(new Text(Field.BODY, text)));
    }

    @Test
    void asksForOneCharacterOfChinese() {
        assertThat(asked("\u6703")).contains(SearchQuery.of(new Text(Field.BODY, "\u6703")));
    }

    @Test
    void asksNothingWhereTheIndexKnowsAll() {
        assertThat(asked("from:grace is:unread")).isEmpty();
        assertThat(asked("")).isEmpty();
    }

    @Test
    void asksForNoNamesOfAttachments() {
        assertThat(asked("filename:report.pdf")).isEmpty();
        assertThat(asked("filename:report lunch")).contains(SearchQuery.of(new Text(Field.BODY, "lunch")));
    }

    @Test
    void asksNothingThatItWouldHaveToTakeApart() {
        assertThat(asked("lunch OR dinner")).isEmpty();
        assertThat(asked("lunch -dinner")).isEmpty();
        assertThat(asked("a")).isEmpty();
    }

    @Test
    void knowsTheFoldersThatTheSearchNames() {
        FolderPath sent = new FolderPath("Sent");
        assertThat(folders("in:sent lunch")).containsExactly(sent);
        assertThat(folders("lunch (in:sent)")).containsExactly(sent);
        assertThat(folders("lunch")).isEmpty();
        assertThat(folders("lunch OR in:sent")).isEmpty();
        assertThat(folders("-in:sent lunch")).isEmpty();
    }

    private static List<FolderPath> folders(String typed) {
        return ServerSearch.folders(SearchSyntax.parse(
                        typed,
                        LocalDate.of(2026, 11, 23).atStartOfDay(ZoneOffset.UTC),
                        name -> List.of(new FolderPath("Sent")))
                .expression());
    }

    @Test
    void countsWhatTheServerFoundAsHoldingTheWords() {
        MessageRef found = new MessageRef(FolderPath.INBOX, 1, 2);
        SearchExpression search = typed("subject:lunch noon");

        SearchExpression joined = ServerSearch.with(search, List.of(found));

        And and = (And) search;
        assertThat(joined)
                .isEqualTo(new And(
                        List.of(and.of().getFirst(), new Or(List.of(and.of().getLast(), new Among(List.of(found)))))));
    }
}
