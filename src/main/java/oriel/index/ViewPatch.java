package oriel.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Brings a list up to a newer reader without making it again: what is gone is left out, and what was added since is put
 * where it belongs. So a message that comes or goes costs no look at each of a million others.
 */
final class ViewPatch {

    /** So much may be new, and this part of the list, before making it again is cheaper. */
    private static final int FEW = 1_000;

    private static final int PART = 50;

    private ViewPatch() {}

    /**
     * A segment that a list was made of.
     *
     * @param key tells it apart from all others
     * @param base number of its first document
     * @param live how many documents are left
     */
    record Segment(Object key, int base, int live) {

        /** Those of a reader. */
        static List<Segment> of(IndexSearcher searcher, Function<LeafReaderContext, Object> key) {
            List<Segment> segments = new ArrayList<>();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                segments.add(
                        new Segment(key.apply(leaf), leaf.docBase, leaf.reader().numDocs()));
            }
            return segments;
        }
    }

    /**
     * The list as it is now, of messages; one of conversations by date is {@link Grouped}, and one in another order is made
     * again.
     *
     * @param docs the list as it was
     * @param before what it was made of
     * @param now the same of the searcher, segment by segment
     * @return null if it has to be made again
     */
    static int @Nullable [] of(
            IndexSearcher searcher, ListQuery list, Query query, int[] docs, List<Segment> before, List<Segment> now)
            throws IOException {
        List<LeafReaderContext> newer = newer(searcher, docs.length, before, now);
        if (newer == null || list.conversations() || !Placed.isKnown(list)) {
            return null;
        }
        int[] kept = kept(docs, new Renumbered(searcher.getIndexReader().leaves(), before, now));
        int[] added = Orders.sorted(searcher, DateOrder.of(searcher, query, Integer.MAX_VALUE, newer), list);
        return added.length == 0 ? kept : merged(kept, added, new Placed(searcher.getIndexReader(), list));
    }

    /** The segments that a list of this length was not made of; null if there is too much in them. */
    static @Nullable List<LeafReaderContext> newer(
            IndexSearcher searcher, int length, List<Segment> before, List<Segment> now) {
        Set<Object> known = new HashSet<>();
        before.forEach(each -> known.add(each.key()));
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        List<LeafReaderContext> newer = new ArrayList<>();
        int most = Math.max(FEW, length / PART);
        for (int i = 0; i < leaves.size(); i++) {
            if (!known.contains(now.get(i).key())) {
                newer.add(leaves.get(i));
                most -= leaves.get(i).reader().maxDoc();
            }
        }
        return most < 0 ? null : newer;
    }

    /** What is left of the list, by today's numbers of documents. */
    private static int[] kept(int[] docs, Renumbered numbers) {
        if (numbers.isSame()) {
            return docs;
        }
        int[] kept = new int[docs.length];
        int count = 0;
        for (int doc : docs) {
            int now = numbers.now(doc);
            if (now >= 0) {
                kept[count++] = now;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static int[] merged(int[] kept, int[] added, Placed order) throws IOException {
        int[] merged = new int[kept.length + added.length];
        int from = 0;
        for (int i = 0; i < added.length; i++) {
            int to = order.place(added[i], kept, from);
            System.arraycopy(kept, from, merged, from + i, to - from);
            merged[to + i] = added[i];
            from = to;
        }
        System.arraycopy(kept, from, merged, from + added.length, kept.length - from);
        return merged;
    }
}
