package oriel.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * A list by date whose rows stand for conversations, by the newest message of each that is in the list.
 *
 * @param docs those messages, in order
 * @param threads the number of each one's conversation
 * @param joins which conversations were one then
 */
record Grouped(int[] docs, int[] threads, Joins joins) {

    /** Conversations that are looked at one by one at most; making the list again is cheaper then. */
    private static final int MOST = 1_000;

    /** @param newest all messages of the list, newest first */
    static Grouped of(IndexSearcher searcher, int[] newest) throws IOException {
        Numbers numbers = new Numbers(searcher.getIndexReader(), Fields.THREAD);
        Joins joins = Joins.of(searcher);
        // Conversations are numbered one after the other.
        FixedBitSet seen = new FixedBitSet(newest.length + 1);
        int[] docs = new int[newest.length];
        int[] threads = new int[newest.length];
        int count = 0;
        for (int doc : newest) {
            int id = Math.toIntExact(joins.id(numbers.of(doc)));
            seen = FixedBitSet.ensureCapacity(seen, id + 1);
            if (!seen.getAndSet(id)) {
                docs[count] = doc;
                threads[count++] = id;
            }
        }
        return new Grouped(Arrays.copyOf(docs, count), Arrays.copyOf(threads, count), joins);
    }

    /** The other way round: the conversation that has been silent for longest comes first. */
    Grouped backwards() {
        int last = docs.length - 1;
        int[] oldest = new int[docs.length];
        int[] theirs = new int[docs.length];
        for (int i = 0; i <= last; i++) {
            oldest[i] = docs[last - i];
            theirs[i] = threads[last - i];
        }
        return new Grouped(oldest, theirs, joins);
    }

    /**
     * Brings the list up to a newer reader, as {@link ViewPatch} does.
     *
     * @param query what messages of the list meet
     * @return null if it has to be made again
     */
    @Nullable
    Grouped patched(
            IndexSearcher searcher,
            ListQuery list,
            Query query,
            List<ViewPatch.Segment> before,
            List<ViewPatch.Segment> now)
            throws IOException {
        Joins today = Joins.of(searcher);
        List<LeafReaderContext> newer = ViewPatch.newer(searcher, docs.length, before, now);
        if (newer == null || !today.isLike(joins)) {
            return null;
        }
        Renumbered renumbered = new Renumbered(searcher.getIndexReader().leaves(), before, now);
        int[] added = DateOrder.of(searcher, query, Integer.MAX_VALUE, newer);
        if (renumbered.isSame() && added.length == 0) {
            return this;
        }
        FixedBitSet touched = touched(searcher, renumbered, added, today);
        if (touched.cardinality() > MOST) {
            return null;
        }
        Placed order = new Placed(searcher.getIndexReader(), list);
        return without(touched, renumbered, today).with(newest(searcher, query, touched, order, today), order);
    }

    /** The conversations that have lost the message that stands for them, or got another one. */
    private FixedBitSet touched(IndexSearcher searcher, Renumbered renumbered, int[] added, Joins today)
            throws IOException {
        FixedBitSet touched = new FixedBitSet(Arrays.stream(threads).max().orElse(0) + 1);
        for (int i = 0; i < docs.length; i++) {
            if (renumbered.now(docs[i]) < 0) {
                touched.set(threads[i]);
            }
        }
        Numbers numbers = new Numbers(searcher.getIndexReader(), Fields.THREAD);
        for (int doc : added) {
            int id = Math.toIntExact(today.id(numbers.of(doc)));
            touched = FixedBitSet.ensureCapacity(touched, id + 1);
            touched.set(id);
        }
        return touched;
    }

    private Grouped without(FixedBitSet touched, Renumbered renumbered, Joins today) {
        int[] kept = new int[docs.length];
        int[] theirs = new int[docs.length];
        int count = 0;
        for (int i = 0; i < docs.length; i++) {
            if (!touched.get(threads[i])) {
                kept[count] = renumbered.now(docs[i]);
                theirs[count++] = threads[i];
            }
        }
        return new Grouped(Arrays.copyOf(kept, count), Arrays.copyOf(theirs, count), today);
    }

    /** What stands for each of these conversations now, in order. */
    private static Grouped newest(IndexSearcher searcher, Query query, FixedBitSet touched, Placed order, Joins today)
            throws IOException {
        Grouped newest = new Grouped(new int[0], new int[0], today);
        for (int thread = next(touched, 0); thread >= 0; thread = next(touched, thread + 1)) {
            BooleanQuery.Builder here = new BooleanQuery.Builder();
            here.add(Conversations.named(searcher, thread), Occur.FILTER);
            here.add(query, Occur.FILTER);
            int[] first = DateOrder.of(searcher, here.build(), 1);
            if (first.length > 0) {
                newest = newest.with(new Grouped(first, new int[] {thread}, today), order);
            }
        }
        return newest;
    }

    private static int next(FixedBitSet bits, int from) {
        int next = from >= bits.length() ? Integer.MAX_VALUE : bits.nextSetBit(from);
        return next == Integer.MAX_VALUE ? -1 : next;
    }

    /** Both lists in one. */
    private Grouped with(Grouped added, Placed order) throws IOException {
        int[] all = new int[docs.length + added.docs.length];
        int[] theirs = new int[all.length];
        int from = 0;
        for (int i = 0; i < added.docs.length; i++) {
            int to = order.place(added.docs[i], docs, from);
            System.arraycopy(docs, from, all, from + i, to - from);
            System.arraycopy(threads, from, theirs, from + i, to - from);
            all[to + i] = added.docs[i];
            theirs[to + i] = added.threads[i];
            from = to;
        }
        System.arraycopy(docs, from, all, from + added.docs.length, docs.length - from);
        System.arraycopy(threads, from, theirs, from + added.docs.length, docs.length - from);
        return new Grouped(all, theirs, joins);
    }
}
