package oriel.mailbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.account.IndexConfig;
import oriel.account.IndexedTexts;
import oriel.account.OwnData;
import oriel.fixture.InMemoryMailStore;
import oriel.fixture.Mails;
import oriel.fixture.RecordedEvents;
import oriel.fixture.SignedInAs;
import oriel.index.Completions;
import oriel.index.ListQuery;
import oriel.index.Listing;
import oriel.index.MessageIndex;
import oriel.index.Row;
import oriel.index.SearchExpression;
import oriel.index.Sort;
import oriel.mail.AccountId;
import oriel.mail.Envelope;
import oriel.mail.FolderPath;
import oriel.mail.ListChanged;
import oriel.mail.MessageRef;
import oriel.mail.Tag;
import oriel.mail.TagsChanged;
import oriel.ui.Texts;

import static org.assertj.core.api.Assertions.assertThat;

/** Tags that the server keeps, and tags that it does not. */
class TagMessagesTest {

    private static final AccountId ADA = SignedInAs.ada().id();
    private static final Tag WORK = new Tag("Work");
    private static final FolderPath SENT = new FolderPath("Sent");

    @TempDir
    private Path folder;

    private final InMemoryMailStore store = new InMemoryMailStore();
    private final RecordedEvents events = new RecordedEvents();
    private MessageIndex index;
    private OwnTags own;
    private TagMessages tags;

    @BeforeEach
    void begin() {
        index = index("index");
        own = new OwnTags(new OwnData(folder));
        tags = new TagMessages(
                store,
                account -> store,
                own,
                SignedInAs.ada(),
                events.of(TagsChanged.class),
                events.of(ListChanged.class));
    }

    @AfterEach
    void stop() {
        index.stop();
    }

    private MessageIndex index(String name) {
        return new MessageIndex(new IndexConfig(
                true, folder.resolve(name), 1L << 30, Duration.ofMinutes(1), 10, 1L << 20, IndexedTexts.NONE));
    }

    private void follow(FolderPath path) {
        long validity = store.state(path).uidValidity();
        index.known(ADA, path);
        index.add(ADA, store.summaries(path, validity, store.uids(path, validity)));
        index.synced(ADA, store.state(path), true);
    }

    private MessageRef deliver(String subject) {
        return store.deliver(FolderPath.INBOX, Mails.plain("<" + subject + "@oriel.test>", subject, "x"));
    }

    private List<String> found(String typed, FolderPath... folders) {
        TagNames names = new TagNames(new Texts());
        SearchExpression read = new SearchTags(
                        own,
                        names,
                        new KnownTags(new Completions(index), own, names, SignedInAs.ada()),
                        SignedInAs.ada())
                .read(new SearchExpression.Tagged(typed));
        return rows(new ListQuery(Arrays.asList(folders), read, Set.of(), Sort.DATE, false, false)).stream()
                .map(row -> row.envelope().subject() + " "
                        + String.join(",", row.envelope().tags()))
                .toList();
    }

    private List<Row> rows(ListQuery query) {
        Listing listing = index.list(ADA, query, 0, 10).orElseThrow();
        return new ShowTags(index, own, SignedInAs.ada()).with(listing.rows());
    }

    @Test
    void leavesThemToAServerThatKeepsThem() {
        MessageRef one = deliver("one");
        deliver("two");

        tags.tag(List.of(one), WORK, true);
        follow(FolderPath.INBOX);

        assertThat(events.fired).containsExactly(new TagsChanged(ADA, List.of(one), WORK, true));
        assertThat(own.isEmpty(ADA)).isTrue();
        assertThat(found("work", FolderPath.INBOX)).containsExactly("one Work");
    }

    @Test
    void keepsThemItselfForAServerThatDoesNot() {
        store.keepNoTags();
        MessageRef one = deliver("one");
        deliver("two");
        follow(FolderPath.INBOX);

        tags.tag(List.of(one), WORK, true);

        assertThat(events.fired).containsExactly(new ListChanged(ADA, FolderPath.INBOX));
        assertThat(found("work", FolderPath.INBOX)).containsExactly("one Work");
        tags.tag(List.of(one), WORK, false);
        assertThat(found("work", FolderPath.INBOX)).isEmpty();
    }

    @Test
    void findsNamesOfAllLettersInAnyCase() {
        store.keepNoTags();
        Tag later = Tag.named("F\u00fcr sp\u00e4ter, Stra\u00dfe").orElseThrow();
        MessageRef one = deliver("one");
        deliver("two");
        follow(FolderPath.INBOX);

        tags.tag(List.of(one), later, true);

        assertThat(found("F\u00fcr sp\u00e4ter, Stra\u00dfe")).hasSize(1);
        assertThat(found("F\u00dcR SP\u00c4TER, STRA\u00dfE")).hasSize(1);
        assertThat(found("f\u00dcr sp\u00e4ter, strasse")).hasSize(1);
        assertThat(found("f\u00fcr sp\u00e4ter")).isEmpty();
    }

    @Test
    void findsThemAgainWhereverTheMessagesGoAndHoweverTheIndexIsMadeAnew() {
        store.keepNoTags();
        MessageRef one = deliver("one");
        MessageRef nameless = store.deliver(FolderPath.INBOX, Mails.withoutMessageId("nameless"));
        deliver("two");
        tags.tag(List.of(one, nameless), WORK, true);

        store.move(List.of(one, nameless), SENT);
        index = index("another");
        follow(FolderPath.INBOX);
        follow(SENT);

        assertThat(found("Work")).containsExactlyInAnyOrder("one Work", "nameless Work");
        assertThat(found("Work", FolderPath.INBOX)).isEmpty();
        assertThat(rows(new ListQuery(List.of(SENT), SearchExpression.ALL, Set.of(), Sort.DATE, false, false)))
                .extracting(Row::envelope)
                .allMatch(row -> row.tags().contains("Work"));
    }

    @Test
    void takesAwayWhatIsKeptInBothPlaces() {
        MessageRef one = deliver("one");
        own.change(ADA, Set.of(new MessageName("<one@oriel.test>")), WORK, true);
        tags.tag(List.of(one), WORK, true);

        tags.tag(List.of(one), new Tag("work"), false);

        assertThat(own.isEmpty(ADA)).isTrue();
        assertThat(store.page(FolderPath.INBOX, 0, 1).rows())
                .singleElement()
                .extracting(Envelope::tags)
                .isEqualTo(Set.of());
    }

    @Test
    void findsLabelsOfOtherProgramsByTheirNames() {
        tags.tag(List.of(deliver("one")), new Tag("$label4"), true);
        follow(FolderPath.INBOX);

        assertThat(found("to DO", FolderPath.INBOX)).containsExactly("one $label4");
        assertThat(found("$label4", FolderPath.INBOX)).containsExactly("one $label4");
        assertThat(found("(nothing)", FolderPath.INBOX)).isEmpty();
    }
}
