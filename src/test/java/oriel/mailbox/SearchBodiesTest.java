package oriel.mailbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.account.IndexConfig;
import oriel.account.IndexedTexts;
import oriel.fixture.PartialMailStore;
import oriel.fixture.RecordedEvents;
import oriel.fixture.SignedInAs;
import oriel.index.MessageIndex;
import oriel.index.WholeTexts;
import oriel.mail.AccountId;
import oriel.mail.Address;
import oriel.mail.Envelope;
import oriel.mail.FolderPath;
import oriel.mail.ListChanged;
import oriel.mail.MessageRef;
import oriel.mail.SearchQuery;
import oriel.mail.SearchQuery.Field;
import oriel.mail.SearchQuery.Text;
import oriel.mail.SearchQuery.Uids;
import oriel.mail.Summary;
import oriel.mail.SyncState;

import static java.time.Instant.EPOCH;
import static java.util.Set.of;
import static org.assertj.core.api.Assertions.assertThat;
import static oriel.mail.FolderPath.INBOX;

class SearchBodiesTest {

    private static final AccountId ADA = SignedInAs.ada().id();
    private static final FolderPath OLD = new FolderPath("Old");
    private static final SearchQuery NOON = SearchQuery.of(new Text(Field.BODY, "noon"));

    private record Asked(FolderPath folder, SearchQuery query) {}

    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    private MessageIndex index;
    private SearchBodies bodies;

    @BeforeEach
    void begin() {
        index = new MessageIndex(
                new IndexConfig(true, folder, 1L << 30, Duration.ofMinutes(1), 10, 1L << 20, IndexedTexts.ALL));
        PartialMailStore store = new PartialMailStore() {
            @Override
            public List<MessageRef> search(FolderPath where, SearchQuery query) {
                asked.add(new Asked(where, query));
                return List.of(new MessageRef(where, 1, 1));
            }
        };
        bodies = new SearchBodies(account -> store, new WholeTexts(index), new RecordedEvents().of(ListChanged.class));
    }

    @AfterEach
    void stop() {
        bodies.stop();
        index.stop();
    }

    private void indexed(FolderPath where, long... uids) {
        index.known(ADA, where);
        for (long uid : uids) {
            Envelope envelope = new Envelope(
                    new MessageRef(where, 1, uid),
                    List.of(new Address("", "grace@oriel.test")),
                    List.of(),
                    "Lunch",
                    EPOCH,
                    100,
                    of(),
                    of(),
                    false);
            index.add(ADA, List.of(new Summary(envelope, List.of(), "", List.of(), List.of())));
        }
        index.synced(ADA, new SyncState(where, 1, 100, uids.length, 0, 1), true);
    }

    private SearchBodies.Found find(FolderPath... folders) {
        return bodies.find(new SearchBodies.Wanted(ADA, INBOX, List.of(folders), NOON));
    }

    private Asked next() throws InterruptedException {
        return asked.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void asksOnlyAboutMessagesWhoseTextsAreNotIndexed() throws InterruptedException {
        indexed(INBOX, 3, 4, 9);

        SearchBodies.Found found = find(INBOX, OLD);

        assertThat(found.hasMore()).isTrue();
        assertThat(next()).isEqualTo(new Asked(INBOX, NOON.of(Uids.covering(new long[] {3, 4, 9}, 9))));
        assertThat(next()).isEqualTo(new Asked(OLD, NOON));
    }

    @Test
    void passesOverFoldersOfWhichAllIsIndexed() throws InterruptedException {
        indexed(INBOX);

        find(INBOX, OLD);

        assertThat(next()).isEqualTo(new Asked(OLD, NOON));
    }

    @Test
    void asksNothingAndIsDoneAtOnceWhereAllIsIndexed() {
        indexed(INBOX);
        indexed(OLD);

        SearchBodies.Found found = find(INBOX, OLD);

        assertThat(found.hasMore()).isFalse();
        assertThat(found.messages()).isEmpty();
        assertThat(asked).isEmpty();
    }
}
