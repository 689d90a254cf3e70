package oriel.mailbox;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import oriel.fixture.InMemoryMailStore;
import oriel.fixture.Mails;
import oriel.fixture.RecordedEvents;
import oriel.fixture.SignedInAs;
import oriel.mail.AccountId;
import oriel.mail.Envelope;
import oriel.mail.FlagsChanged;
import oriel.mail.FolderChanged;
import oriel.mail.FolderPath;
import oriel.mail.MessagesLeft;
import oriel.mail.SpecialUse;

import static org.assertj.core.api.Assertions.assertThat;

class WholeFolderTest {

    private static final FolderPath TRASH = new FolderPath("Trash");
    private static final FolderPath JUNK = new FolderPath("Spam");
    private static final AccountId ADA = SignedInAs.ada().id();

    private final InMemoryMailStore store = new InMemoryMailStore();
    private final RecordedEvents events = new RecordedEvents();
    private final EmptyFolder empty = new EmptyFolder(
            store,
            new SpecialFolders(store),
            SignedInAs.ada(),
            events.of(FolderChanged.class),
            events.of(MessagesLeft.class));
    private final MarkFolderRead read =
            new MarkFolderRead(store, new FlagMessages(store, SignedInAs.ada(), events.of(FlagsChanged.class)));

    private void deliver(FolderPath folder, int messages) {
        for (int i = 1; i <= messages; i++) {
            store.deliver(folder, Mails.plain("<" + i + "@oriel.test>", "m" + i, "x"));
        }
    }

    private int total(FolderPath folder) {
        return store.status(folder).messages();
    }

    private static boolean always(int done, int total) {
        return true;
    }

    @Test
    void deletesForGoodWhatLiesInJunkAndInDeleted() {
        store.addFolder(JUNK, SpecialUse.JUNK);
        deliver(JUNK, 3);
        deliver(TRASH, 2);

        assertThat(empty.empty(JUNK, Long.MAX_VALUE, WholeFolderTest::always).done())
                .isEqualTo(3);
        assertThat(total(TRASH)).isEqualTo(2);
        empty.empty(TRASH, Long.MAX_VALUE, WholeFolderTest::always);

        assertThat(total(JUNK)).isZero();
        assertThat(total(TRASH)).isZero();
        assertThat(events.fired).contains(new FolderChanged(ADA, JUNK), new FolderChanged(ADA, TRASH));
    }

    @Test
    void movesToDeletedWhatLiesElsewhere() {
        deliver(FolderPath.INBOX, 3);

        FolderWork work = empty.empty(FolderPath.INBOX, Long.MAX_VALUE, WholeFolderTest::always);

        assertThat(work).isEqualTo(new FolderWork(3, 0, 3));
        assertThat(total(FolderPath.INBOX)).isZero();
        assertThat(total(TRASH)).isEqualTo(3);
        assertThat(events.fired)
                .contains(new FolderChanged(ADA, FolderPath.INBOX), new FolderChanged(ADA, TRASH))
                .hasAtLeastOneElementOfType(MessagesLeft.class);
    }

    @Test
    void goesInStepsThatTellHowFarTheyAre() {
        deliver(TRASH, 1_200);
        List<String> told = new ArrayList<>();

        FolderWork first = empty.empty(TRASH, Long.MAX_VALUE, (done, total) -> {
            told.add(done + "/" + total);
            return done < 500;
        });
        assertThat(first).isEqualTo(new FolderWork(500, 700, 1_200));
        assertThat(told).containsExactly("0/1200", "500/1200");
        assertThat(total(TRASH)).isEqualTo(700);
        FolderWork second = empty.empty(TRASH, first.upTo(), WholeFolderTest::always);

        assertThat(second).isEqualTo(new FolderWork(700, 0, 1_200));
        assertThat(total(TRASH)).isZero();
    }

    @Test
    void leavesWhatArrivedAfterTheFirstStep() {
        deliver(TRASH, 600);
        FolderWork first = empty.empty(TRASH, Long.MAX_VALUE, (done, total) -> done == 0);
        deliver(TRASH, 2);

        FolderWork second = empty.empty(TRASH, first.upTo(), WholeFolderTest::always);

        assertThat(second.left()).isZero();
        assertThat(total(TRASH)).isEqualTo(2);
    }

    @Test
    void marksAllMessagesAsRead() {
        deliver(FolderPath.INBOX, 700);
        store.flag(List.of(store.page(FolderPath.INBOX, 0, 1).rows().getFirst().ref()), oriel.mail.Flag.SEEN, true);

        FolderWork work = read.mark(FolderPath.INBOX, Long.MAX_VALUE, WholeFolderTest::always);

        assertThat(work.done()).isEqualTo(699);
        assertThat(store.page(FolderPath.INBOX, 0, 1_000).rows()).noneMatch(Envelope::unread);
        assertThat(events.fired).hasOnlyElementsOfType(FlagsChanged.class).hasSize(2);
    }

    @Test
    void hasNothingToDoInAnEmptyFolder() {
        assertThat(empty.empty(FolderPath.INBOX, Long.MAX_VALUE, WholeFolderTest::always))
                .isEqualTo(new FolderWork(0, 0, 0));
        assertThat(read.mark(FolderPath.INBOX, Long.MAX_VALUE, WholeFolderTest::always))
                .isEqualTo(new FolderWork(0, 0, 0));
    }
}
