package oriel.index;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.mail.AccountId;
import oriel.mail.Address;
import oriel.mail.Flag;
import oriel.mail.FolderPath;

import static org.assertj.core.api.Assertions.assertThat;
import static oriel.index.Mails.mail;

/** How conversations are kept and counted; which messages belong together is said by {@link Threads}. */
class ConversationsTest {

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
    void showsARowForEachConversationByItsNewestMessageInTheList() {
        add(
                mail(1).subject("One"),
                mail(2).subject("Two"),
                answer(3, 1).flags(Flag.SEEN),
                answer(4, 1).in(SENT));

        List<Row> rows = list(INBOX);

        assertThat(rows).extracting(row -> row.envelope().ref().uid()).containsExactly(3L, 2L);
        assertThat(rows.getFirst().conversation().orElseThrow()).satisfies(conversation -> {
            assertThat(conversation.messages()).isEqualTo(3);
            assertThat(conversation.unread()).isEqualTo(2);
            assertThat(conversation.participants()).containsExactly(new Address("Ada Lovelace", "ada@oriel.test"));
            assertThat(Indexes.conversation(index, conversation.id(), INBOX))
                    .extracting(row -> row.envelope().ref().uid())
                    .containsExactly(1L, 3L, 4L);
        });
    }

    @Test
    void joinsConversationsWhoseCommonMessageArrivesLate() {
        add(mail(2).subject("Left").answering("<1@oriel.test>"));
        add(mail(4).subject("Right").answering("<3@oriel.test>"));
        add(mail(5).subject("Below").answering("<4@oriel.test>"));
        long left = list(INBOX).getLast().conversation().orElseThrow().id();
        assertThat(list(INBOX)).hasSize(2);

        add(mail(3).subject("Between").answering("<1@oriel.test>"));

        assertThat(list(INBOX)).singleElement().satisfies(row -> {
            Conversation conversation = row.conversation().orElseThrow();
            assertThat(conversation.messages()).isEqualTo(4);
            assertThat(Indexes.conversation(index, conversation.id(), INBOX)).hasSize(4);
        });
        assertThat(Indexes.conversation(index, left, INBOX)).hasSize(4);
    }

    @Test
    void keepsJoinedConversationsOverARestartAndJoinsThemAgain() {
        add(
                mail(2).subject("A").answering("<1@oriel.test>"),
                mail(4).subject("B").answering("<3@oriel.test>"));
        add(
                mail(3).subject("C").answering("<1@oriel.test>"),
                mail(6).subject("D").answering("<5@oriel.test>"));
        index.stop();
        index = Indexes.in(folder);

        add(mail(5).subject("E").answering("<1@oriel.test>", "<3@oriel.test>"));

        assertThat(list(INBOX)).singleElement().satisfies(row -> {
            Conversation conversation = row.conversation().orElseThrow();
            assertThat(conversation.messages()).isEqualTo(5);
            assertThat(Indexes.conversation(index, conversation.id(), INBOX)).hasSize(5);
        });
    }

    @Test
    void countsCopiesOfAMessageOnce() {
        add(mail(1), mail(2).id("<1@oriel.test>").in(SENT), answer(3, 1));

        Conversation conversation = list(INBOX).getFirst().conversation().orElseThrow();

        assertThat(conversation.messages()).isEqualTo(2);
        assertThat(Indexes.conversation(index, conversation.id(), SENT))
                .extracting(row -> row.envelope().ref().folder())
                .containsExactlyInAnyOrder(SENT, INBOX);
    }

    @Test
    void readsALongOneInWindows() {
        add(LongStream.rangeClosed(1, 10_000)
                .mapToObj(uid -> uid == 1 ? mail(1) : answer(uid, uid - 1))
                .toArray(Mails[]::new));
        add(
                mail(20_000).id("<10000@oriel.test>").in(SENT),
                answer(20_001, 9_999).in(SENT));
        long id = list(INBOX).getFirst().conversation().orElseThrow().id();

        IndexedConversations conversations = new IndexedConversations(index);

        ConversationMessages newest = conversations.window(ADA, id, INBOX, 0, 3);
        ConversationMessages oldest = conversations.window(ADA, id, INBOX, 9_998, 200);

        assertThat(newest.conversation().messages()).isEqualTo(10_001);
        assertThat(newest.rows())
                .extracting(row -> row.envelope().ref().uid())
                .containsExactly(20_001L, 10_000L, 9_999L);
        assertThat(oldest.rows()).extracting(row -> row.envelope().ref().uid()).containsExactly(3L, 2L, 1L);
        ConversationMessages around = conversations.around(ADA, mail(2).ref(), 200);
        assertThat(around.offset()).isEqualTo(9_800);
        assertThat(around.rows())
                .hasSize(200)
                .extracting(row -> row.envelope().ref().uid())
                .contains(2L);
        assertThat(conversations.around(ADA, mail(99).in(SENT).ref(), 200).rows())
                .isEmpty();
        assertThat(conversations.refs(ADA, List.of(id), SENT)).hasSize(2);
        assertThat(conversations.refs(ADA, List.of(id), INBOX))
                .hasSize(10_000)
                .startsWith(mail(10_000).ref());
    }

    @Test
    void leavesOutWhatIsSetApartUnlessItIsLookedAt() {
        index.add(ADA, List.of());
        index.setApart(ADA, Set.of(TRASH));
        add(mail(1), answer(2, 1), answer(3, 1).in(TRASH));

        assertThat(list(INBOX).getFirst().conversation().orElseThrow().messages())
                .isEqualTo(2);
        assertThat(list(TRASH).getFirst().conversation().orElseThrow().messages())
                .isEqualTo(3);
    }

    private static Mails answer(long uid, long to) {
        return mail(uid).subject("Re: Subject " + to).answering("<" + to + "@oriel.test>");
    }

    private List<Row> list(FolderPath of) {
        ListQuery query = new ListQuery(List.of(of), SearchExpression.ALL, Set.of(), Sort.DATE, false, true);
        return index.list(ADA, query, 0, 50).orElseThrow().rows();
    }

    private void add(Mails... mails) {
        index.add(ADA, Stream.of(mails).map(Mails::summary).toList());
    }
}
