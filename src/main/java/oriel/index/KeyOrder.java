package oriel.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.PriorityQueue;

/**
 * Documents that are in order by date, sorted by something else. Equal ones stay in order by date both ways. In each segment
 * documents come in ascending order, as values have to be read.
 */
final class KeyOrder {

    private static final int PLACE_BITS = 27;
    private static final long PLACE = (1L << PLACE_BITS) - 1;

    /** Keys of numbers are cut to this: 64 GiB, where they are bytes. */
    static final long BIGGEST_NUMBER = (1L << (Long.SIZE - 1 - PLACE_BITS)) - 1;

    private KeyOrder() {}

    /** The keys of a segment's documents. */
    @FunctionalInterface
    interface Keys {
        /** From 0 to {@link #BIGGEST_NUMBER}; asked in ascending order of documents. */
        long of(int doc) throws IOException;
    }

    /** Makes the keys of a segment. */
    @FunctionalInterface
    interface SegmentKeys {
        Keys of(LeafReaderContext segment) throws IOException;
    }

    /** Sorted by numbers. */
    static int[] byNumber(IndexReader reader, int[] docs, SegmentKeys keys, boolean ascending) throws IOException {
        Segments segments = new Segments(reader);
        Keys[] known = new Keys[segments.count()];
        long[] packed = new long[docs.length];
        for (int i = 0; i < docs.length; i++) {
            int segment = segments.of(docs[i]);
            if (known[segment] == null) {
                known[segment] = keys.of(segments.get(segment));
            }
            long key = Math.clamp(known[segment].of(docs[i] - segments.base(segment)), 0, BIGGEST_NUMBER);
            packed[i] = (ascending ? key : BIGGEST_NUMBER - key) << PLACE_BITS | i;
        }
        Arrays.sort(packed);
        int[] sorted = new int[docs.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = docs[(int) (packed[i] & PLACE)];
        }
        return sorted;
    }

    /** Sorted by a sorted value: ordinals in each segment, then the segments merged by their terms. */
    static int[] byTerm(IndexReader reader, int[] docs, String field, boolean ascending) throws IOException {
        PriorityQueue<Terms> queue = queue(reader, docs, field);
        int[] sorted = new int[docs.length];
        FixedBitSet starts = new FixedBitSet(Math.max(1, docs.length));
        BytesRef last = null;
        for (int i = 0; i < sorted.length; i++) {
            Terms first = queue.top();
            if (last == null || !last.equals(first.term)) {
                starts.set(i);
                last = BytesRef.deepCopyOf(first.term);
            }
            sorted[i] = docs[first.place()];
            if (first.next()) {
                queue.updateTop();
            } else {
                queue.pop();
            }
        }
        return ascending ? sorted : backwards(sorted, starts);
    }

    /** Last group first, each in its own order. */
    private static int[] backwards(int[] sorted, FixedBitSet starts) {
        int[] backwards = new int[sorted.length];
        int to = 0;
        for (int end = sorted.length; end > 0; ) {
            int start = starts.prevSetBit(end - 1);
            System.arraycopy(sorted, start, backwards, to, end - start);
            to += end - start;
            end = start;
        }
        return backwards;
    }

    private static PriorityQueue<Terms> queue(IndexReader reader, int[] docs, String field) throws IOException {
        Segments segments = new Segments(reader);
        Terms[] terms = new Terms[segments.count()];
        for (int i = 0; i < docs.length; i++) {
            int segment = segments.of(docs[i]);
            if (terms[segment] == null) {
                terms[segment] =
                        new Terms(DocValues.getSorted(segments.get(segment).reader(), field));
            }
            terms[segment].add(docs[i] - segments.base(segment), i);
        }
        PriorityQueue<Terms> queue = new Smallest(terms.length);
        for (Terms each : terms) {
            if (each != null && each.begin()) {
                queue.add(each);
            }
        }
        return queue;
    }

    private static final class Smallest extends PriorityQueue<Terms> {

        Smallest(int size) {
            super(size);
        }

        @Override
        protected boolean lessThan(Terms one, Terms other) {
            return one.before(other);
        }
    }

    /** A segment's documents by their terms. */
    private static final class Terms {

        private final SortedDocValues values;
        private long[] packed = new long[64];
        private int count;
        private int at = -1;
        private int ordinal = -1;
        private BytesRef term = new BytesRef();

        Terms(SortedDocValues values) {
            this.values = values;
        }

        void add(int doc, int place) throws IOException {
            long key = values.advanceExact(doc) ? values.ordValue() : 0;
            packed = ArrayUtil.grow(packed, count + 1);
            packed[count++] = key << Integer.SIZE | place;
        }

        boolean begin() throws IOException {
            Arrays.sort(packed, 0, count);
            return next();
        }

        boolean next() throws IOException {
            at++;
            if (at >= count) {
                return false;
            }
            int next = (int) (packed[at] >> Integer.SIZE);
            if (next != ordinal) {
                ordinal = next;
                term = values.lookupOrd(ordinal);
            }
            return true;
        }

        int place() {
            return (int) packed[at];
        }

        boolean before(Terms other) {
            int difference = term.compareTo(other.term);
            return difference != 0 ? difference < 0 : place() < other.place();
        }
    }

    /** Which segment a document is in; those of one segment mostly come in runs. */
    private static final class Segments {

        private final List<LeafReaderContext> leaves;
        private int last;

        Segments(IndexReader reader) {
            leaves = reader.leaves();
        }

        int count() {
            return leaves.size();
        }

        LeafReaderContext get(int segment) {
            return leaves.get(segment);
        }

        int base(int segment) {
            return leaves.get(segment).docBase;
        }

        int of(int doc) {
            LeafReaderContext leaf = leaves.get(last);
            if (doc < leaf.docBase || doc >= leaf.docBase + leaf.reader().maxDoc()) {
                last = ReaderUtil.subIndex(doc, leaves);
            }
            return last;
        }
    }
}
