package oriel.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The documents that meet a query, newest first. Each segment is sorted that way, so they need only be merged, and the
 * beginning of the list needs only the beginning of each segment.
 */
final class DateOrder {

    private static final int FIRST_SIZE = 256;

    private DateOrder() {}

    /** At most {@code most} documents, by date and then UID, both descending. */
    static int[] of(IndexSearcher searcher, Query query, int most) throws IOException {
        return of(searcher, query, most, searcher.getIndexReader().leaves());
    }

    /** The same of some segments only. */
    static int[] of(IndexSearcher searcher, Query query, int most, List<LeafReaderContext> leaves) throws IOException {
        List<Segment> segments = segments(searcher, query, leaves);
        if (segments.isEmpty()) {
            return new int[0];
        }
        if (segments.size() == 1) {
            return rest(segments.getFirst(), new int[FIRST_SIZE], 0, most);
        }
        PriorityQueue<Segment> queue = new Newest(segments.size());
        for (Segment each : segments) {
            each.readKey();
            queue.add(each);
        }
        return merged(queue, most);
    }

    private static int[] merged(PriorityQueue<Segment> queue, int most) throws IOException {
        int[] found = new int[FIRST_SIZE];
        int count = 0;
        while (queue.size() > 1 && count < most) {
            Segment first = queue.top();
            found = ArrayUtil.grow(found, count + 1);
            found[count++] = first.base + first.doc;
            if (first.next()) {
                first.readKey();
                queue.updateTop();
            } else {
                queue.pop();
            }
        }
        return rest(queue.top(), found, count, most);
    }

    private static int[] rest(Segment only, int[] found, int before, int most) throws IOException {
        int[] all = found;
        int count = before;
        boolean more = true;
        while (more && count < most) {
            all = ArrayUtil.grow(all, count + 1);
            all[count++] = only.base + only.doc;
            more = only.next();
        }
        return ArrayUtil.copyOfSubArray(all, 0, count);
    }

    private static List<Segment> segments(IndexSearcher searcher, Query query, List<LeafReaderContext> leaves)
            throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        List<Segment> segments = new ArrayList<>();
        for (LeafReaderContext leaf : leaves) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                Segment segment = new Segment(leaf, scorer.iterator());
                if (segment.next()) {
                    segments.add(segment);
                }
            }
        }
        return segments;
    }

    private static final class Newest extends PriorityQueue<Segment> {

        Newest(int size) {
            super(size);
        }

        @Override
        protected boolean lessThan(Segment one, Segment other) {
            return one.before(other);
        }
    }

    /** The next of a segment's documents. */
    private static final class Segment {

        private final DocIdSetIterator docs;
        private final @Nullable Bits live;
        private final NumericDocValues dates;
        private final NumericDocValues uids;
        private final int base;
        private int doc = -1;
        private long date;
        private long uid;

        Segment(LeafReaderContext leaf, DocIdSetIterator docs) throws IOException {
            this.docs = docs;
            live = leaf.reader().getLiveDocs();
            dates = leaf.reader().getNumericDocValues(Fields.DATE);
            uids = leaf.reader().getNumericDocValues(Fields.UID);
            base = leaf.docBase;
        }

        boolean next() throws IOException {
            do {
                doc = docs.nextDoc();
            } while (doc != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(doc));
            return doc != DocIdSetIterator.NO_MORE_DOCS;
        }

        void readKey() throws IOException {
            date = dates.advanceExact(doc) ? dates.longValue() : 0;
            uid = uids.advanceExact(doc) ? uids.longValue() : 0;
        }

        boolean before(Segment other) {
            if (date != other.date) {
                return date > other.date;
            }
            return uid != other.uid ? uid > other.uid : base + doc < other.base + other.doc;
        }
    }
}
