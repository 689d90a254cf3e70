package oriel.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import oriel.mail.AccountId;

/**
 * Whole lists as documents in their order, four bytes for each message, so that any place of a list is as near as its
 * beginning. They hold for as long as the segments do that they were made of; a bounded number of bytes is kept.
 */
final class Views {

    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final Cache<Key, View> views;

    /** @param bytes that are kept at most, for all accounts together */
    Views(long bytes) {
        views = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, View view) -> 500 + view.bytes())
                .expireAfterAccess(UNUSED)
                .build();
    }

    private record Key(AccountId account, ListQuery list) {}

    /** @param grouped where rows are conversations by date */
    private record View(
            List<ViewPatch.Segment> segments,
            int[] docs,
            @Nullable Grouped grouped) {

        boolean isOf(List<ViewPatch.Segment> now, IndexSearcher searcher) throws IOException {
            return segments.equals(now)
                    && (grouped == null || Joins.of(searcher).isLike(grouped.joins()));
        }

        int bytes() {
            return docs.length * Integer.BYTES * (grouped == null ? 1 : 2);
        }
    }

    /** The whole list. */
    int[] of(AccountId account, IndexSearcher searcher, ListQuery list) throws IOException {
        View before = views.getIfPresent(new Key(account, list));
        List<ViewPatch.Segment> segments = segments(searcher, list);
        if (before != null && before.isOf(segments, searcher)) {
            return before.docs();
        }
        View view = before == null ? null : patched(account, searcher, list, before, segments);
        if (view == null) {
            view = made(account, searcher, list, segments);
        }
        // In place of the one before, which nobody will ask for again.
        views.put(new Key(account, list), view);
        return view.docs();
    }

    /** The same if it was made already. */
    int @Nullable [] known(AccountId account, IndexSearcher searcher, ListQuery list) throws IOException {
        View view = views.getIfPresent(new Key(account, list));
        return view != null && view.isOf(segments(searcher, list), searcher) ? view.docs() : null;
    }

    private static List<ViewPatch.Segment> segments(IndexSearcher searcher, ListQuery list) {
        boolean marks = ListQueries.dependsOnMarks(list) || list.conversations() && !isByDate(list);
        // A changed mark makes a new reader of the same core.
        return ViewPatch.Segment.of(
                searcher,
                leaf -> (marks
                                ? leaf.reader().getReaderCacheHelper()
                                : leaf.reader().getCoreCacheHelper())
                        .getKey());
    }

    private static boolean isByDate(ListQuery list) {
        return list.sort() == Sort.DATE;
    }

    private static @Nullable View patched(
            AccountId account, IndexSearcher searcher, ListQuery list, View before, List<ViewPatch.Segment> segments)
            throws IOException {
        Query query = ListQueries.of(account, list);
        if (before.grouped() != null) {
            Grouped grouped = before.grouped().patched(searcher, list, query, before.segments(), segments);
            return grouped == null ? null : new View(segments, grouped.docs(), grouped);
        }
        int[] docs = ViewPatch.of(searcher, list, query, before.docs(), before.segments(), segments);
        return docs == null ? null : new View(segments, docs, null);
    }

    private View made(AccountId account, IndexSearcher searcher, ListQuery list, List<ViewPatch.Segment> segments)
            throws IOException {
        ListQuery messages = list.messages();
        // What conversations are made of is needed once: after that they are patched.
        int[] newest = list.equals(messages) || list.conversations() && isByDate(list)
                ? DateOrder.of(searcher, ListQueries.of(account, messages), Integer.MAX_VALUE)
                : of(account, searcher, messages);
        if (!list.conversations()) {
            return new View(segments, Orders.sorted(searcher, newest, list), null);
        }
        Grouped grouped = Grouped.of(searcher, newest);
        if (!isByDate(list)) {
            return new View(segments, Orders.sorted(searcher, grouped.docs(), list), null);
        }
        Grouped inOrder = list.ascending() ? grouped.backwards() : grouped;
        return new View(segments, inOrder.docs(), inOrder);
    }
}
