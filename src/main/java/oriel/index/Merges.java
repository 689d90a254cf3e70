package oriel.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;

/**
 * Conversations that became one, as when the message arrives that they both answer. A term can't be changed: their messages
 * keep the number they had at first as a term, and an entry for each such number says what it is part of now.
 */
final class Merges {

    private Merges() {}

    /** The messages that had this number at first. */
    static Term first(long thread) {
        return new Term(Fields.FIRST_THREAD, Long.toString(thread));
    }

    /** The numbers that are part of a conversation, without its own. */
    static long[] into(IndexSearcher searcher, long thread) throws IOException {
        Term term = new Term(Fields.MERGED_INTO, Long.toString(thread));
        long[] found = new long[0];
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            PostingsEnum docs = leaf.reader().postings(term, PostingsEnum.NONE);
            if (docs != null) {
                Bits live = leaf.reader().getLiveDocs();
                NumericDocValues merged = leaf.reader().getNumericDocValues(Fields.MERGED);
                for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                    if ((live == null || live.get(doc)) && merged.advanceExact(doc)) {
                        found = Arrays.copyOf(found, found.length + 1);
                        found[found.length - 1] = merged.longValue();
                    }
                }
            }
        }
        return found;
    }

    /** Each number that is part of another conversation, and which. */
    static Map<Long, Long> all(IndexReader reader) throws IOException {
        Map<Long, Long> all = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues merged = leaf.reader().getNumericDocValues(Fields.MERGED);
            NumericDocValues threads = leaf.reader().getNumericDocValues(Fields.THREAD);
            Bits live = leaf.reader().getLiveDocs();
            while (merged != null && merged.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if ((live == null || live.get(merged.docID())) && threads.advanceExact(merged.docID())) {
                    all.put(merged.longValue(), threads.longValue());
                }
            }
        }
        return all;
    }

    /** What a conversation is now: itself, or what it is part of. */
    static long current(IndexSearcher searcher, long thread) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            PostingsEnum docs = leaf.reader().postings(Ids.merged(thread), PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            while (docs != null && docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                NumericDocValues threads = leaf.reader().getNumericDocValues(Fields.THREAD);
                if ((live == null || live.get(docs.docID())) && threads.advanceExact(docs.docID())) {
                    return threads.longValue();
                }
            }
        }
        return thread;
    }
}
