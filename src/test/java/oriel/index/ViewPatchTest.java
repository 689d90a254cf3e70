package oriel.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import oriel.mail.AccountId;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.Marked;
import oriel.mail.Summary;

import static org.assertj.core.api.Assertions.assertThat;
import static oriel.index.Mails.mail;

/** A list that was brought up to date is the one that would have been made anew. */
class ViewPatchTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final List<String> NAMES = List.of("Ada", "ada", "Émile", "Zoë", "", "Grace Hopper");
    private static final int MOST = 10_000;

    private final Views views = new Views(1 << 20);
    private AccountIndex index;

    @BeforeEach
    void open() throws IOException {
        index = AccountIndex.open(new ByteBuffersDirectory(), new Followed());
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    @RepeatedTest(6)
    void isTheOneThatWouldBeMadeAnew(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Long> there = new ArrayList<>();
        long next = 1;
        for (int round = 0; round < 20; round++) {
            int added = random.nextInt(5) == 0 ? random.nextInt(300) : random.nextInt(4);
            long from = next;
            index.add(
                    LongStream.range(from, from + added)
                            .mapToObj(uid -> any(uid, random))
                            .toList(),
                    true);
            LongStream.range(from, from + added).forEach(there::add);
            next += added;
            for (int i = random.nextInt(3); i > 0 && !there.isEmpty(); i--) {
                long gone = there.remove(random.nextInt(there.size()));
                index.remove(FolderPath.INBOX, Mails.VALIDITY, new long[] {gone});
            }
            if (!there.isEmpty()) {
                long marked = there.get(random.nextInt(there.size()));
                index.mark(FolderPath.INBOX, Mails.VALIDITY, List.of(new Marked(marked, Set.of(Flag.SEEN), Set.of())));
            }
            index.refresh();

            List<ListQuery> lists = lists();
            Collections.shuffle(lists, random);
            for (ListQuery each : lists.subList(0, 20)) {
                assertThat(uids(views, each)).as("round %d, %s", round, each).isEqualTo(uids(new Views(0), each));
            }
        }
    }

    private static Summary any(long uid, Random random) {
        Mails mail = mail(uid)
                .at(Instant.ofEpochSecond(1_000_000 + 60L * random.nextInt(200)))
                .from(NAMES.get(random.nextInt(NAMES.size())) + " <a" + random.nextInt(9) + "@oriel.test>")
                .subject("Word " + random.nextInt(20))
                .size(random.nextInt(50))
                // Of messages that came, were there never, or come later: what joins them may come last.
                .answering(Stream.generate(() -> "<" + random.nextInt(400) + "@oriel.test>")
                        .limit(random.nextInt(3))
                        .toArray(String[]::new));
        return (random.nextBoolean() ? mail.flags(Flag.SEEN) : mail).summary();
    }

    private static List<ListQuery> lists() {
        SearchExpression words =
                new SearchExpression.Not(new SearchExpression.Words(SearchExpression.Place.SUBJECT, "7", false, false));
        List<ListQuery> lists = new ArrayList<>();
        for (Sort sort : Sort.values()) {
            for (boolean ascending : new boolean[] {true, false}) {
                lists.add(list(SearchExpression.ALL, Set.of(), sort, ascending));
                lists.add(list(words, Set.of(), sort, ascending));
                lists.add(conversations(words, sort, ascending));
                lists.add(conversations(SearchExpression.ALL, sort, ascending));
                lists.add(list(SearchExpression.ALL, Set.of(QuickFilter.UNREAD), sort, ascending));
            }
        }
        return lists;
    }

    private static ListQuery list(SearchExpression search, Set<QuickFilter> filters, Sort sort, boolean ascending) {
        return new ListQuery(List.of(FolderPath.INBOX), search, filters, sort, ascending, false);
    }

    private static ListQuery conversations(SearchExpression search, Sort sort, boolean ascending) {
        return new ListQuery(List.of(FolderPath.INBOX), search, Set.of(), sort, ascending, true);
    }

    private long[] uids(Views from, ListQuery list) throws IOException {
        return index.read(searcher -> {
            int[] docs = from.of(ADA, searcher, list);
            long[] uids = new long[docs.length];
            for (int i = 0; i < docs.length; i++) {
                uids[i] = new Numbers(searcher.getIndexReader(), Fields.UID).of(docs[i]);
            }
            return uids;
        });
    }

    @Test
    void takesOverWhatIsThereWhenAMessageComesAndOthersGo() throws IOException {
        index.add(
                LongStream.rangeClosed(1, MOST)
                        .mapToObj(uid -> mail(uid).summary())
                        .toList(),
                true);
        index.refresh();
        ListQuery list = list(SearchExpression.ALL, Set.of(), Sort.SUBJECT, true);
        int[] before = index.read(searcher -> views.of(ADA, searcher, list));
        List<ViewPatch.Segment> segments = index.read(ViewPatchTest::segments);
        index.add(List.of(mail(MOST + 1L).summary()), true);
        index.remove(FolderPath.INBOX, Mails.VALIDITY, new long[] {7, 8});
        index.refresh();

        int[] patched = index.read(searcher ->
                ViewPatch.of(searcher, list, ListQueries.of(ADA, list), before, segments, segments(searcher)));

        assertThat(patched).hasSize(MOST - 1);
    }

    @Test
    void leavesItToBeMadeAnewWhenMuchIsNew() throws IOException {
        ListQuery list = list(SearchExpression.ALL, Set.of(), Sort.DATE, false);
        index.add(
                LongStream.rangeClosed(1, MOST)
                        .mapToObj(uid -> mail(uid).summary())
                        .toList(),
                true);
        index.refresh();

        int[] patched = index.read(searcher ->
                ViewPatch.of(searcher, list, ListQueries.of(ADA, list), new int[0], List.of(), segments(searcher)));

        assertThat(patched).isNull();
    }

    private static List<ViewPatch.Segment> segments(IndexSearcher searcher) {
        return ViewPatch.Segment.of(
                searcher, leaf -> leaf.reader().getCoreCacheHelper().getKey());
    }
}
