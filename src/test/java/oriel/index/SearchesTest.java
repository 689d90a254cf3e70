package oriel.index;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.mail.AccountId;
import oriel.mail.Address;
import oriel.mail.Envelope;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mail.Summary;
import oriel.mail.SyncState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static oriel.mail.FolderPath.INBOX;

/** What people type against what is found, in many languages. */
class SearchesTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");

    @TempDir
    private Path folder;

    private static final int ALL = 14;

    private MessageIndex index;

    @BeforeEach
    void fill() {
        index = Indexes.in(folder);
        List<String> subjects = List.of(
                "Lunch at noon?",
                "Rechnung für März – Größe prüfen",
                "Déjeuner à l’été",
                "会議の議事録について",
                "회의 일정",
                "Отчёт за квартал",
                "تقرير الاجتماع",
                "Donaudampfschifffahrtsgesellschaft",
                "Re:Budget report.final.pdf l\u2019orchestre",
                "\u1f48\u03b4\u03c5\u03c3\u03c3\u03b5\u1f7b\u03c2",
                "שָׁלוֹם",
                "ภาษาไทย",
                "हिन्दी भाषा",
                "İstanbul Işık");
        List<Summary> messages = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            messages.add(message(i + 1, subjects.get(i)));
        }
        index.known(ADA, INBOX);
        index.add(ADA, messages);
        index.synced(ADA, new SyncState(INBOX, 7, 100, messages.size(), 0, 1), true);
    }

    @AfterEach
    void stop() {
        index.stop();
    }

    private static Summary message(long uid, String subject) {
        Envelope envelope = new Envelope(
                new MessageRef(INBOX, 7, uid),
                List.of(new Address("Grace Hopper " + uid, "grace.hopper@navy.example")),
                List.of(new Address("Ada", "ada@oriel.test")),
                subject,
                Instant.ofEpochSecond(1_700_000_000 + uid),
                100,
                Set.of(),
                Set.of(),
                false);
        return new Summary(envelope, List.of(), "<" + uid + "@oriel.test>", List.of(), List.of());
    }

    private List<String> found(String typed) {
        SearchExpression search = SearchSyntax.parse(
                        typed, LocalDate.of(2026, 11, 23).atStartOfDay(ZoneOffset.UTC), name -> List.<FolderPath>of())
                .expression();
        ListQuery query = new ListQuery(List.of(INBOX), search, Set.of(), Sort.DATE, false, false);
        return index.list(ADA, query, 0, 50).orElseThrow().rows().stream()
                .map(row -> row.envelope().subject())
                .toList();
    }

    @Test
    void findsTheBeginningsOfWords() {
        assertThat(found("lun")).containsExactly("Lunch at noon?");
        assertThat(found("subject:noo lunch")).containsExactly("Lunch at noon?");
        assertThat(found("unch")).isEmpty();
        assertThat(found("donaudampf")).hasSize(1);
    }

    @Test
    void findsWordsWithoutTheirAccentsAndCase() {
        assertThat(found("GROSSE")).hasSize(1);
        assertThat(found("größe marz")).hasSize(1);
        assertThat(found("dejeuner")).hasSize(1);
        assertThat(found("отчёт")).hasSize(1);
    }

    @Test
    void findsInScriptsWithoutSpaces() {
        assertThat(found("議事録")).containsExactly("会議の議事録について");
        assertThat(found("会")).containsExactly("会議の議事録について");
        assertThat(found("会録")).isEmpty();
        assertThat(found("일정")).hasSize(1);
        assertThat(found("تقرير")).hasSize(1);
    }

    @Test
    void findsPhrasesInTheirOrderOnly() {
        assertThat(found("\"at noon\"")).hasSize(1);
        assertThat(found("\"noon at\"")).isEmpty();
        assertThat(found("\"議事録\"")).hasSize(1);
    }

    @Test
    void findsPeopleByNameAddressAndDomain() {
        assertThat(found("from:hopper")).hasSize(ALL);
        assertThat(found("from:grace.hopper@navy.example lunch")).hasSize(1);
        assertThat(found("from:navy lunch")).hasSize(1);
        assertThat(found("from:\"Grace Hopper 3\"")).containsExactly("Déjeuner à l’été");
        assertThat(found("to:hopper")).isEmpty();
    }

    @Test
    void findsAcrossFieldsAndWithoutWhatIsNotWanted() {
        assertThat(found("hopper lunch")).hasSize(1);
        assertThat(found("lunch OR tax OR отчёт")).hasSize(2);
        assertThat(found("hopper -lunch")).hasSize(ALL - 1);
        assertThat(found("?!")).hasSize(ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ",
                "ab* ",
                "会議",
                "会 ",
                "a-b.c@d.example ",
                "\ud83d",
                "\ud83d\ude00 ",
                "\u202eabc ",
                "larger:999999999999g ",
                "after:9999-12-31 ",
                "before:0000 ",
                "on:9999y ",
                "-a ",
                "x OR ",
                "\"a b c d\" ",
                "from:a\u0000b "
            })
    void answersWhateverIsTyped(String typed) {
        assertThatCode(() -> found(typed)).doesNotThrowAnyException();
        assertThatCode(() -> found(typed.repeat(5_000))).doesNotThrowAnyException();
        assertThatCode(() -> found(typed.strip().repeat(5_000))).doesNotThrowAnyException();
    }

    @Test
    void takesNothingForNoConditionAtAll() {
        assertThat(found("lunch OR")).hasSize(1);
        assertThat(found("OR lunch")).hasSize(1);
        assertThat(found("lunch ()")).hasSize(1);
        assertThat(found("lunch -?!")).hasSize(1);
        assertThat(found("lunch -from:")).hasSize(1);
    }

    @Test
    void findsNothingLargerThanAnything() {
        assertThat(found("larger:999999999999g")).isEmpty();
        assertThat(found("smaller:999999999999.5g")).hasSize(ALL);
    }

    @Test
    void findsWordsByTheirParts() {
        assertThat(found("budget")).containsExactly("Re:Budget report.final.pdf l\u2019orchestre");
        assertThat(found("final")).hasSize(1);
        assertThat(found("report.final.pdf")).hasSize(1);
        assertThat(found("report.fin")).hasSize(1);
        assertThat(found("orchestre")).hasSize(1);
        assertThat(found("\"budget report.final.pdf l'orchestre\"")).hasSize(1);
        assertThat(found("from:example")).hasSize(ALL);
    }

    @Test
    void findsGreekRussianHebrewThaiAndHindi() {
        assertThat(found("οδυσσευς")).hasSize(1);
        assertThat(found("ΟΔΥΣΣΕΎΣ")).hasSize(1);
        assertThat(found("отчет")).hasSize(1);
        assertThat(found("שלום")).hasSize(1);
        assertThat(found("ไทย")).hasSize(1);
        assertThat(found("\"ไทย\"")).hasSize(1);
        assertThat(found("ยไท")).isEmpty();
        assertThat(found("हिन्")).hasSize(1);
        assertThat(found("istanbul isik")).hasSize(1);
    }

    @Test
    void findsAccentsThatStandBesideTheirLetters() {
        assertThat(found("de\u0301jeuner e\u0301te\u0301")).hasSize(1);
    }
}
