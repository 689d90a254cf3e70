package oriel.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;

/** The tags that messages have, the most frequent first; of a mailbox full of them, those of each segment's newest ones. */
final class Tags {

    private static final int NEWEST = 5_000;

    private Tags() {}

    static List<String> of(IndexSearcher searcher, int most) throws IOException {
        Map<String, Integer> times = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            BinaryDocValues tagged = leaf.reader().getBinaryDocValues(Fields.TAGS);
            BinaryDocValues rows = leaf.reader().getBinaryDocValues(Fields.ROW);
            for (int i = 0; tagged != null && i < NEWEST && tagged.nextDoc() != DocIdSetIterator.NO_MORE_DOCS; i++) {
                // The store's own entries are no messages.
                if (rows != null && rows.advanceExact(tagged.docID())) {
                    TagQuery.tags(tagged.binaryValue()).forEach(tag -> times.merge(tag, 1, Integer::sum));
                }
            }
        }
        return times.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
