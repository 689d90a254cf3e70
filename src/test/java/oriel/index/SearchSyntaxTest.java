package oriel.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.index.SearchExpression.And;
import oriel.index.SearchExpression.Before;
import oriel.index.SearchExpression.HasAttachment;
import oriel.index.SearchExpression.In;
import oriel.index.SearchExpression.Larger;
import oriel.index.SearchExpression.Marked;
import oriel.index.SearchExpression.Not;
import oriel.index.SearchExpression.Or;
import oriel.index.SearchExpression.Place;
import oriel.index.SearchExpression.Since;
import oriel.index.SearchExpression.Smaller;
import oriel.index.SearchExpression.Tagged;
import oriel.index.SearchExpression.Words;
import oriel.mail.Flag;
import oriel.mail.FolderPath;

import static org.assertj.core.api.Assertions.assertThat;

class SearchSyntaxTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final FolderPath SENT = new FolderPath("Sent");

    private static SearchSyntax.Parsed parsed(String typed) {
        return SearchSyntax.parse(
                typed, TODAY.atTime(12, 0).atZone(BERLIN), name -> name.equals("sent") ? List.of(SENT) : List.of());
    }

    private static SearchExpression of(String typed) {
        SearchSyntax.Parsed parsed = parsed(typed);
        assertThat(parsed.complaint()).isEmpty();
        return parsed.expression();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BERLIN).toInstant();
    }

    private static Words word(String text) {
        return new Words(Place.ANYWHERE, text, false, true);
    }

    @Test
    void wantsAllWords() {
        assertThat(of("lunch")).isEqualTo(word("lunch"));
        assertThat(of("  lunch\tnoon ")).isEqualTo(new And(List.of(word("lunch"), word("noon"))));
        assertThat(of("")).isEqualTo(SearchExpression.ALL);
    }

    @Test
    void takesQuotedWordsInTheirOrder() {
        assertThat(of("\"at noon\"")).isEqualTo(new Words(Place.ANYWHERE, "at noon", true, false));
        assertThat(of("from:\"Ada Lovelace\"")).isEqualTo(new Words(Place.FROM, "Ada Lovelace", true, false));
        assertThat(of("\u201eat noon\u201c")).isEqualTo(of("\"at noon\""));
    }

    @Test
    void knowsWhereWordsAreLookedFor() {
        assertThat(of("from:grace TO:ada Subject:lunch"))
                .isEqualTo(new And(List.of(
                        new Words(Place.FROM, "grace", false, true),
                        new Words(Place.TO, "ada", false, true),
                        new Words(Place.SUBJECT, "lunch", false, true))));
    }

    @Test
    void knowsMarksSizesFoldersAndTags() {
        assertThat(of("is:unread")).isEqualTo(new Marked(Flag.SEEN, false));
        assertThat(of("has:attachment")).isEqualTo(new HasAttachment());
        assertThat(of("larger:1.5M")).isEqualTo(new Larger(1_572_864));
        assertThat(of("smaller:10k")).isEqualTo(new Smaller(10_240));
        assertThat(of("in:sent")).isEqualTo(new Or(List.of(new In(SENT))));
        assertThat(of("tag:work")).isEqualTo(new Tagged("work"));
    }

    @ParameterizedTest
    @CsvSource({
        "today, 2026-11-23",
        "yesterday, 2026-11-22",
        "7d, 2026-11-16",
        "2w, 2026-11-09",
        "2026-02-03, 2026-02-03",
        "2026/2/3, 2026-02-03",
        "3.2.2026, 2026-02-03",
        "2026-02, 2026-02-01",
        "2026, 2026-01-01"
    })
    void knowsDates(String typed, LocalDate day) {
        assertThat(of("after:" + typed)).isEqualTo(new Since(start(day)));
        assertThat(of("before:" + typed)).isEqualTo(new Before(start(day)));
    }

    @Test
    void takesAMonthAsAllOfItsDays() {
        assertThat(of("on:2026-02"))
                .isEqualTo(new And(List.of(
                        new Since(start(LocalDate.of(2026, 2, 1))), new Before(start(LocalDate.of(2026, 3, 1))))));
    }

    @Test
    void joinsWithOrNotAndParentheses() {
        assertThat(of("a OR b | c")).isEqualTo(new Or(List.of(word("a"), word("b"), word("c"))));
        assertThat(of("-spam NOT is:read"))
                .isEqualTo(new And(List.of(new Not(word("spam")), new Not(new Marked(Flag.SEEN, true)))));
        assertThat(of("(a OR b) c")).isEqualTo(new And(List.of(new Or(List.of(word("a"), word("b"))), word("c"))));
        assertThat(of("a AND b")).isEqualTo(of("a b"));
    }

    @Test
    void takesAColonInAWordForWhatItIs() {
        assertThat(of("12:30")).isEqualTo(word("12:30"));
        assertThat(of("https://example.org/a?b=c")).isEqualTo(word("https://example.org/a?b=c"));
        assertThat(of("well-known - x")).isEqualTo(new And(List.of(word("well-known"), word("x"))));
    }

    @Test
    void waitsForAnOperatorsValue() {
        assertThat(of("lunch from:")).isEqualTo(word("lunch"));
        assertThat(of("lunch from:\"\"")).isEqualTo(word("lunch"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lunch OR",
                "OR lunch",
                "lunch |",
                "| lunch",
                "lunch OR OR",
                "lunch AND",
                "AND lunch",
                "lunch NOT",
                "lunch (NOT)",
                "lunch -",
                "- lunch",
                "lunch ()",
                "lunch OR ()",
                "lunch -()",
                "lunch -(-())",
                "lunch -?!",
                "lunch OR ?!",
                "?! lunch",
                "lunch from:\"\"",
                "lunch from:?!",
                "lunch -from:",
                "lunch \"\"",
                "lunch \"",
                "lunch \" ",
                "lunch *",
                "lunch lunch"
            })
    void passesOverWhatSaysNothing(String typed) {
        assertThat(of(typed)).isEqualTo(word("lunch"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is:un",
                "has:att",
                "after:t",
                "after:20",
                "before:2026-",
                "on:2026-02-",
                "on:3.",
                "on:3.2",
                "on:3.2.20"
            })
    void waitsForTheRestOfAValue(String typed) {
        assertThat(of("lunch " + typed)).isEqualTo(word("lunch"));
    }

    @Test
    void passesOverAMissingAlternativeAmongOthers() {
        assertThat(of("a | | b")).isEqualTo(new Or(List.of(word("a"), word("b"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"()", "-()", "NOT", "OR", "AND", "-", "\"", "?!", "-?!", "from:\"\""})
    void wantsEverythingWhereNothingIsSaid(String typed) {
        assertThat(of(typed)).isEqualTo(SearchExpression.ALL);
    }

    @Test
    void takesSizesBeyondAllNumbersForTheLargest() {
        assertThat(of("larger:9999999999g")).isEqualTo(new Larger(Long.MAX_VALUE));
        assertThat(of("larger:" + "9".repeat(300))).isEqualTo(new Larger(Long.MAX_VALUE));
        assertThat(of("smaller:1.25m")).isEqualTo(new Smaller(1_310_720));
    }

    @Test
    void knowsTheMarksOfOtherKeyboards() {
        assertThat(of("from\uff1agrace\u3000\uff08a\uff5cb\uff09")).isEqualTo(of("from:grace (a|b)"));
        assertThat(of("\u00abat noon\u00bb")).isEqualTo(of("\"at noon\""));
        assertThat(of("\u05e6\u05d4\"\u05dc")).isEqualTo(word("\u05e6\u05d4\"\u05dc"));
    }

    @Test
    void takesAValueBehindASpace() {
        assertThat(of("from: grace lunch")).isEqualTo(of("from:grace lunch"));
        assertThat(of("Subject: \"at noon\"")).isEqualTo(of("subject:\"at noon\""));
        assertThat(of("from: is:unread")).isEqualTo(of("is:unread"));
        assertThat(of("from: -spam")).isEqualTo(of("-spam"));
        assertThat(of("lunch from: OR dinner")).isEqualTo(of("lunch OR dinner"));
        assertThat(of("(lunch from: )")).isEqualTo(of("lunch"));
    }

    @Test
    void takesSeveralValuesInParentheses() {
        assertThat(of("from:(ada OR grace)")).isEqualTo(of("from:ada OR from:grace"));
        assertThat(of("subject:(lunch -\"at noon\")")).isEqualTo(of("subject:lunch -subject:\"at noon\""));
        assertThat(of("-has:(attachment OR flag)")).isEqualTo(of("-(has:attachment OR has:flag)"));
        assertThat(of("from:(to:ada grace)")).isEqualTo(of("to:ada from:grace"));
        assertThat(of("lunch from:()")).isEqualTo(word("lunch"));
        assertThat(parsed("is:(great)").complaint()).isPresent();
    }

    @Test
    void takesDaysInTheReadersZone() {
        Instant moment = Instant.parse("2026-11-23T23:30:00Z");
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");

        SearchExpression there = SearchSyntax.parse("after:today", moment.atZone(tokyo), name -> List.of())
                .expression();
        SearchExpression here = SearchSyntax.parse(
                        "after:today", moment.atZone(ZoneId.of("America/New_York")), name -> List.of())
                .expression();

        assertThat(there).isEqualTo(new Since(Instant.parse("2026-11-23T15:00:00Z")));
        assertThat(here).isEqualTo(new Since(Instant.parse("2026-11-23T05:00:00Z")));
    }

    @Test
    void highlightsTheWordsThatAreWanted() {
        assertThat(parsed("from:grace \"at noon\" -spam is:unread (a OR b)").words())
                .containsExactly("grace", "at noon", "a", "b");
    }
}
