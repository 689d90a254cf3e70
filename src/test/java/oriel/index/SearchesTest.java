package oriel.index;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.mail.AccountId;
import oriel.mail.Address;
import oriel.mail.Envelope;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mail.Summary;
import oriel.mail.SyncState;

import static org.assertj.core.api.Assertions.assertThat;
import static oriel.mail.FolderPath.INBOX;

/** What people type against what is found, in many languages. */
class SearchesTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");

    @TempDir
    private Path folder;

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
                "Donaudampfschifffahrtsgesellschaft");
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
        return new Summary(envelope, List.of(), "<" + uid + "@oriel.test>", List.of());
    }

    private List<String> found(String typed) {
        SearchExpression search = SearchSyntax.parse(typed, LocalDate.of(2026, 11, 23), name -> List.<FolderPath>of())
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
        assertThat(found("from:hopper")).hasSize(8);
        assertThat(found("from:grace.hopper@navy.example lunch")).hasSize(1);
        assertThat(found("from:navy lunch")).hasSize(1);
        assertThat(found("from:\"Grace Hopper 3\"")).containsExactly("Déjeuner à l’été");
        assertThat(found("to:hopper")).isEmpty();
    }

    @Test
    void findsAcrossFieldsAndWithoutWhatIsNotWanted() {
        assertThat(found("hopper lunch")).hasSize(1);
        assertThat(found("lunch OR tax OR отчёт")).hasSize(2);
        assertThat(found("hopper -lunch")).hasSize(7);
        assertThat(found("?!")).hasSize(8);
    }
}
