package oriel.index;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.index.SearchExpression.Place;
import oriel.mail.AccountId;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.Marked;
import oriel.mail.SyncState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static oriel.index.Mails.mail;

class MessageIndexTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final FolderPath INBOX = FolderPath.INBOX;
    private static final FolderPath SENT = new FolderPath("Sent");
    private static final FolderPath TRASH = new FolderPath("Trash");

    @TempDir
    Path folder;

    private MessageIndex index;

    @BeforeEach
    void open() {
        index = Indexes.in(folder);
    }

    @AfterEach
    void close() {
        index.stop();
    }

    @Test
    void listsAFolderNewestFirst() {
        add(mail(1), mail(3), mail(2), mail(4).in(SENT));

        Listing listing = index.list(ADA, ListQuery.newest(INBOX), 0, 50).orElseThrow();

        assertThat(listing.total()).isEqualTo(3);
        assertThat(uids(listing)).containsExactly(3L, 2L, 1L);
        assertThat(listing.rows().get(1).envelope()).isEqualTo(mail(2).summary().envelope());
    }

    @Test
    void listsAllFoldersTogether() {
        add(mail(1), mail(3), mail(2).in(SENT));
        ListQuery all = new ListQuery(List.of(), SearchExpression.ALL, Set.of(), Sort.DATE, true, false);

        assertThat(uids(index.list(ADA, all, 1, 50).orElseThrow())).containsExactly(2L, 3L);
    }

    @Test
    void knowsNothingOfAFolderThatWasNeverIndexed() {
        assertThat(index.list(ADA, ListQuery.newest(INBOX), 0, 50)).isEmpty();

        add(mail(1));

        assertThat(index.list(ADA, ListQuery.newest(SENT), 0, 50)).isEmpty();
        assertThat(index.list(new AccountId("bob@oriel.test"), ListQuery.newest(INBOX), 0, 50))
                .isEmpty();
    }

    @Test
    void showsWhatWasChangedAMomentAgo() {
        add(mail(1), mail(2), mail(3).flags(Flag.FLAGGED).tags("old"));
        uids(index.list(ADA, ListQuery.newest(INBOX), 0, 50).orElseThrow());

        index.mark(ADA, INBOX, Mails.VALIDITY, List.of(new Marked(3, Set.of(Flag.SEEN), Set.of("Work"))));
        index.remove(ADA, INBOX, Mails.VALIDITY, new long[] {2});

        Listing listing = index.list(ADA, ListQuery.newest(INBOX), 0, 50).orElseThrow();
        assertThat(listing.total()).isEqualTo(2);
        assertThat(listing.rows())
                .extracting(Row::envelope)
                .containsExactly(
                        mail(3).flags(Flag.SEEN).tags("Work").summary().envelope(),
                        mail(1).summary().envelope());
        assertThat(index.position(ADA, ListQuery.newest(INBOX), mail(1).ref())).isEqualTo(1);
        assertThat(index.position(ADA, ListQuery.newest(INBOX), mail(2).ref())).isEqualTo(-1);
    }

    @Test
    void findsATagAsSoonAsItIsSet() {
        add(mail(1), mail(2).tags("work", "later"), mail(3));
        assertThat(uids(search(new SearchExpression.Tagged("LATER")))).containsExactly(2L);

        index.mark(
                ADA,
                INBOX,
                Mails.VALIDITY,
                List.of(new Marked(2, Set.of(), Set.of()), new Marked(3, Set.of(), Set.of("Later"))));

        assertThat(uids(search(new SearchExpression.Tagged("later")))).containsExactly(3L);
        assertThat(uids(search(new SearchExpression.Tagged("late")))).isEmpty();
    }

    @Test
    void tellsWhatIsKnownOfAFolder() {
        SyncState state = new SyncState(INBOX, Mails.VALIDITY, 4, 4, 2, 17);
        index.known(ADA, INBOX);
        index.synced(ADA, state, false);
        add(mail(3), mail(1));

        Known known = index.known(ADA, INBOX);

        assertThat(known.position()).contains(state);
        assertThat(known.complete()).isFalse();
        assertThat(known.uids()).containsExactly(1, 3);
        assertThat(index.list(ADA, ListQuery.newest(INBOX), 0, 1).orElseThrow().known())
                .isEqualTo(0.5);
    }

    @Test
    void seesAllOfABulkWhenItIsAskedWhatItKnows() {
        index.known(ADA, INBOX);
        index.add(
                ADA,
                LongStream.rangeClosed(1, 300)
                        .mapToObj(uid -> mail(uid).summary())
                        .toList());

        assertThat(index.known(ADA, INBOX).uids()).hasSize(300);
    }

    @Test
    void refusesAStateOfAFolderThatWasNotAskedFor() {
        SyncState state = new SyncState(INBOX, Mails.VALIDITY, 4, 4, 2, 17);

        assertThatThrownBy(() -> index.synced(ADA, state, true)).isInstanceOf(IndexOff.class);
    }

    @Test
    void keepsAllOverARestart() {
        add(mail(1), mail(2).answering("<1@oriel.test>").flags(Flag.SEEN).tags("work"));
        index.known(ADA, INBOX);
        index.synced(ADA, new SyncState(INBOX, Mails.VALIDITY, 3, 2, 1, 17), true);
        index.setApart(ADA, Set.of(TRASH));
        Listing before = index.list(ADA, conversations(INBOX), 0, 50).orElseThrow();

        index.stop();
        index = Indexes.in(folder);

        assertThat(index.list(ADA, conversations(INBOX), 0, 50)).contains(before);
        assertThat(before.known()).isEqualTo(1);
        assertThat(index.known(ADA, INBOX).complete()).isTrue();
        assertThat(index.unread(ADA, INBOX)).isEqualTo(1);
    }

    @Test
    void forgetsFoldersThatAreGone() {
        add(mail(1), mail(2).in(SENT), mail(3).in(TRASH));
        index.known(ADA, SENT);
        index.synced(ADA, new SyncState(SENT, Mails.VALIDITY, 3, 1, 1, 17), true);

        index.forgetOthers(ADA, Set.of(INBOX));

        assertThat(index.known(ADA, SENT)).satisfies(known -> {
            assertThat(known.position()).isEmpty();
            assertThat(known.uids()).isEmpty();
        });
        assertThat(index.list(ADA, ListQuery.newest(TRASH), 0, 50)).isEmpty();
        assertThat(index.list(ADA, ListQuery.newest(INBOX), 0, 50)).isPresent();
    }

    @Test
    void findsTextsThatWereGivenLaterAndKeepsMarksAndConversation() {
        add(mail(1), mail(2).answering("<1@oriel.test>"));
        long thread = threadOf(2);
        index.mark(ADA, INBOX, Mails.VALIDITY, List.of(new Marked(1, Set.of(Flag.SEEN), Set.of("work"))));
        index.preview(ADA, INBOX, Mails.VALIDITY, Map.of(1L, "An engine"));
        assertThat(index.withoutText(ADA, List.of(INBOX), Instant.EPOCH, 10))
                .containsExactly(mail(2).ref(), mail(1).ref());

        index.text(
                ADA,
                INBOX,
                Mails.VALIDITY,
                Map.of(1L, ReadText.whole("An engine that weaves"), 9L, ReadText.whole("of nothing")));

        Row found = search(new SearchExpression.Words(Place.BODY, "weaves", false, false))
                .rows()
                .getFirst();
        assertThat(found.envelope())
                .isEqualTo(mail(1).flags(Flag.SEEN).tags("work").summary().envelope());
        assertThat(found.preview()).isEqualTo("An engine");
        assertThat(threadOf(1)).isEqualTo(thread);
        assertThat(index.withoutText(ADA, List.of(INBOX), Instant.EPOCH, 10)).containsExactly(mail(2).ref());
        assertThat(index.withoutPreview(ADA, INBOX, 10)).containsExactly(2);
    }

    @Test
    void namesAllMessagesOfAList() {
        add(mail(1), mail(2).in(SENT), mail(3), mail(4).answering("<3@oriel.test>"));

        assertThat(index.refs(ADA, conversations(INBOX))).containsExactly(mail(4).ref(), mail(3).ref(), mail(1).ref());
    }

    @Test
    void deletesAnAccount() {
        add(mail(1));

        index.delete(ADA);

        assertThat(index.list(ADA, ListQuery.newest(INBOX), 0, 50)).isEmpty();
        add(mail(2));
        assertThat(uids(index.list(ADA, ListQuery.newest(INBOX), 0, 50).orElseThrow()))
                .containsExactly(2L);
    }

    @Test
    void isOffIfItIsSwitchedOff() {
        MessageIndex off = new MessageIndex(
                Indexes.config(folder, false),
                path -> {
                    throw new AssertionError(path);
                },
                System::nanoTime);

        assertThat(off.list(ADA, ListQuery.newest(INBOX), 0, 50)).isEmpty();
        off.mark(ADA, INBOX, Mails.VALIDITY, List.of(new Marked(1, Set.of(), Set.of())));
        assertThatThrownBy(() -> off.known(ADA, INBOX)).isInstanceOf(IndexOff.class);
    }

    private long threadOf(long uid) {
        return index.list(ADA, conversations(INBOX), 0, 50).orElseThrow().rows().stream()
                .flatMap(row -> row.conversation().stream())
                .filter(each -> Indexes.conversation(index, each.id(), INBOX).stream()
                        .anyMatch(row -> row.envelope().ref().uid() == uid))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Listing search(SearchExpression expression) {
        return index.list(ADA, new ListQuery(List.of(INBOX), expression, Set.of(), Sort.DATE, false, false), 0, 50)
                .orElseThrow();
    }

    private static ListQuery conversations(FolderPath of) {
        return new ListQuery(List.of(of), SearchExpression.ALL, Set.of(), Sort.DATE, false, true);
    }

    private static List<Long> uids(Listing listing) {
        return listing.rows().stream().map(row -> row.envelope().ref().uid()).toList();
    }

    private void add(Mails... mails) {
        index.add(ADA, Stream.of(mails).map(Mails::summary).toList());
    }

    @Test
    void leavesAttachmentsAndTheEndsOfLongTextsToTheServer() {
        add(mail(1), mail(2).attached(), mail(3).size(100_000), mail(4), mail(5));
        index.known(ADA, INBOX);
        index.synced(ADA, new SyncState(INBOX, Mails.VALIDITY, 6, 5, 0, 1), true);

        index.text(
                ADA,
                INBOX,
                Mails.VALIDITY,
                Map.of(
                        1L, ReadText.whole("lunch"),
                        2L, ReadText.whole("lunch"),
                        3L, ReadText.part("lunch"),
                        4L, ReadText.part("lunch"),
                        5L, ReadText.part("")));

        assertThat(new WholeTexts(index).others(ADA, INBOX).orElseThrow()).containsExactly(2, 3, 5);
    }
}
