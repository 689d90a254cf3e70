package oriel.mailbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.account.IndexConfig;
import oriel.account.IndexedTexts;
import oriel.account.OwnData;
import oriel.fixture.InMemoryMailStore;
import oriel.fixture.RecordedEvents;
import oriel.fixture.SignedInAs;
import oriel.index.Completions;
import oriel.index.MessageIndex;
import oriel.index.SearchExpression;
import oriel.index.SearchExpression.In;
import oriel.index.SearchExpression.Or;
import oriel.index.Sort;
import oriel.index.WholeTexts;
import oriel.mail.FolderPath;
import oriel.mail.ListChanged;
import oriel.ui.Texts;

import static org.assertj.core.api.Assertions.assertThat;
import static oriel.mail.FolderPath.INBOX;

class ReadSearchTest {

    private static final FolderPath PROJECTS = new FolderPath("Projects");
    private static final FolderPath ORIEL = new FolderPath("Projects/Oriel");

    private static final IndexConfig NO_INDEX =
            new IndexConfig(false, Path.of("target", "none"), 1, Duration.ofMinutes(1), 1, 1, IndexedTexts.NONE);

    private static final OwnTags OWN = new OwnTags(new OwnData(Path.of("target", "none")));
    private static final TagNames NAMES = new TagNames(new Texts());

    private final InMemoryMailStore store = new InMemoryMailStore();
    private final SearchBodies bodies = new SearchBodies(
            account -> store, new WholeTexts(new MessageIndex(NO_INDEX)), new RecordedEvents().of(ListChanged.class));
    private final ReadSearch searches = new ReadSearch(
            new KnownFolders(store),
            bodies,
            new SearchTags(
                    OWN,
                    NAMES,
                    new KnownTags(new Completions(new MessageIndex(NO_INDEX)), OWN, NAMES, SignedInAs.ada()),
                    SignedInAs.ada()),
            SignedInAs.ada());

    @BeforeEach
    void makeFolders() {
        store.createFolder(PROJECTS);
        store.createFolder(ORIEL);
    }

    private ReadSearch.Search read(String typed) {
        return searches.read(new ListRequest(
                INBOX, typed, ListRequest.Scope.FOLDER, Set.of(), Sort.DATE, false, false, ZoneOffset.UTC));
    }

    private void means(String typed, FolderPath... folders) {
        ReadSearch.Search search = read(typed);
        assertThat(search.query().search())
                .isEqualTo(new Or(
                        List.of(folders).stream().<SearchExpression>map(In::new).toList()));
        assertThat(search.complaint()).isEmpty();
    }

    @Test
    void knowsFoldersByUseByNameAndByHowTheyBegin() {
        means("in:inbox", INBOX);
        means("in:projects", PROJECTS);
        means("in:Oriel", ORIEL);
        means("in:projects/oriel", ORIEL);
        means("in:proj", PROJECTS, ORIEL);
        assertThat(read("in:nowhere").complaint()).isPresent();
    }

    @Test
    void searchesTheFolderThatIsNamedWhicheverIsOpen() {
        assertThat(read("in:projects").query().folders()).containsExactly(PROJECTS);
        assertThat(read("is:unread (in:projects)").query().folders()).containsExactly(PROJECTS);
        assertThat(read("is:unread").query().folders()).containsExactly(INBOX);
        assertThat(read("is:unread -in:projects").query().folders()).containsExactly(INBOX);
        assertThat(read("\"works in:projects\"").query().folders()).containsExactly(INBOX);
        assertThat(read("is:unread login:x").query().folders()).containsExactly(INBOX);
    }
}
