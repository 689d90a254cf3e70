package oriel.index;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/** Where documents belong in a list that is in order, found by looking at a few others, in any order. */
final class Placed {

    /** Orders whose keys never change. */
    private static final Set<Sort> KNOWN = EnumSet.of(Sort.DATE, Sort.SENDER, Sort.RECIPIENT, Sort.SUBJECT, Sort.SIZE);

    private final List<LeafReaderContext> leaves;
    private final ListQuery list;

    /** @param list whose order is a {@linkplain #isKnown known} one, be its rows messages or conversations */
    Placed(IndexReader reader, ListQuery list) {
        this.leaves = reader.leaves();
        this.list = list;
    }

    static boolean isKnown(ListQuery list) {
        return KNOWN.contains(list.sort());
    }

    /** The place of a document among others; none before {@code from} comes after it. */
    int place(int doc, int[] others, int from) throws IOException {
        BytesRef term = term(doc);
        long key = key(doc);
        int low = from;
        int high = others.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(doc, term, key, others[middle]) > 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int doc, BytesRef term, long key, int other) throws IOException {
        if (list.sort() == Sort.DATE) {
            return list.ascending() ? -newestFirst(doc, other) : newestFirst(doc, other);
        }
        int difference = term.compareTo(term(other));
        if (difference == 0) {
            difference = Long.compare(key, key(other));
        }
        if (difference != 0) {
            return list.ascending() ? difference : -difference;
        }
        return newestFirst(doc, other);
    }

    private int newestFirst(int doc, int other) throws IOException {
        int difference = Long.compare(number(other, Fields.DATE), number(doc, Fields.DATE));
        if (difference == 0) {
            difference = Long.compare(number(other, Fields.UID), number(doc, Fields.UID));
        }
        return difference == 0 ? Integer.compare(doc, other) : difference;
    }

    private long key(int doc) throws IOException {
        return list.sort() == Sort.SIZE ? Math.clamp(number(doc, Fields.SIZE), 0, KeyOrder.BIGGEST_NUMBER) : 0;
    }

    private BytesRef term(int doc) throws IOException {
        return switch (list.sort()) {
            case SENDER -> term(doc, Fields.SORT_SENDER);
            case RECIPIENT -> term(doc, Fields.SORT_RECIPIENT);
            case SUBJECT -> term(doc, Fields.SORT_SUBJECT);
            default -> new BytesRef();
        };
    }

    private BytesRef term(int doc, String field) throws IOException {
        LeafReaderContext leaf = leaf(doc);
        SortedDocValues values = DocValues.getSorted(leaf.reader(), field);
        return values.advanceExact(doc - leaf.docBase) ? values.lookupOrd(values.ordValue()) : new BytesRef();
    }

    private long number(int doc, String field) throws IOException {
        LeafReaderContext leaf = leaf(doc);
        // Values are read forwards only: a new one for each look.
        NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
        return values.advanceExact(doc - leaf.docBase) ? values.longValue() : 0;
    }

    private LeafReaderContext leaf(int doc) {
        return leaves.get(ReaderUtil.subIndex(doc, leaves));
    }
}
