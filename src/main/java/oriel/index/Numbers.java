package oriel.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;

/** A numeric value of documents, which come in ascending order within each segment, as in lists that are in order by date. */
final class Numbers {

    private final List<LeafReaderContext> leaves;
    private final String field;
    private final NumericDocValues[] values;
    private int segment;

    Numbers(IndexReader reader, String field) {
        this.leaves = reader.leaves();
        this.field = field;
        this.values = new NumericDocValues[leaves.size()];
    }

    /** The value; 0 if there is none. */
    long of(int doc) throws IOException {
        LeafReaderContext leaf = leaves.get(segment);
        if (doc < leaf.docBase || doc >= leaf.docBase + leaf.reader().maxDoc()) {
            segment = ReaderUtil.subIndex(doc, leaves);
            leaf = leaves.get(segment);
        }
        if (values[segment] == null) {
            values[segment] = DocValues.getNumeric(leaf.reader(), field);
        }
        return values[segment].advanceExact(doc - leaf.docBase) ? values[segment].longValue() : 0;
    }
}
