package oriel.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
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
                .weigher((Key key, View view) -> 500 + view.docs().length * Integer.BYTES)
                .expireAfterAccess(UNUSED)
                .build();
    }

    private record Key(AccountId account, ListQuery list) {}

    private record View(List<ViewPatch.Segment> segments, int[] docs) {}

    /** The whole list. */
    int[] of(AccountId account, IndexSearcher searcher, ListQuery list) throws IOException {
        int[] known = known(account, searcher, list);
        if (known != null) {
            return known;
        }
        List<ViewPatch.Segment> segments = segments(searcher, list);
        View before = views.getIfPresent(new Key(account, list));
        int[] view = before == null
                ? null
                : ViewPatch.of(
                        searcher, list, ListQueries.of(account, list), before.docs(), before.segments(), segments);
        if (view == null) {
            view = build(account, searcher, list);
        }
        // In place of the one before, which nobody will ask for again.
        views.put(new Key(account, list), new View(segments, view));
        return view;
    }

    /** The same if it was made already. */
    int @Nullable [] known(AccountId account, IndexSearcher searcher, ListQuery list) {
        View view = views.getIfPresent(new Key(account, list));
        return view != null && view.segments().equals(segments(searcher, list)) ? view.docs() : null;
    }

    private static List<ViewPatch.Segment> segments(IndexSearcher searcher, ListQuery list) {
        boolean marks = list.conversations() || ListQueries.dependsOnMarks(list);
        // A changed mark makes a new reader of the same core.
        return ViewPatch.Segment.of(
                searcher,
                leaf -> (marks
                                ? leaf.reader().getReaderCacheHelper()
                                : leaf.reader().getCoreCacheHelper())
                        .getKey());
    }

    private int[] build(AccountId account, IndexSearcher searcher, ListQuery list) throws IOException {
        if (list.sort() == Sort.DATE && !list.ascending() && !list.conversations()) {
            return DateOrder.of(searcher, ListQueries.of(account, list), Integer.MAX_VALUE);
        }
        int[] newest = of(
                account,
                searcher,
                new ListQuery(list.folders(), list.search(), list.filters(), Sort.DATE, false, false));
        int[] rows = list.conversations() ? Conversations.newest(searcher, newest) : newest;
        return Orders.sorted(searcher, rows, list);
    }
}
