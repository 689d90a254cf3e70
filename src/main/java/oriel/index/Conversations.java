package oriel.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;

/** Conversations of the messages of a list. */
final class Conversations {

    private Conversations() {}

    /** Of each conversation only the first document. */
    static int[] newest(IndexReader reader, int[] docs) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        NumericDocValues[] threads = new NumericDocValues[leaves.size()];
        for (LeafReaderContext leaf : leaves) {
            threads[leaf.ord] = leaf.reader().getNumericDocValues(Fields.THREAD);
        }
        // Conversations are numbered one after the other.
        FixedBitSet seen = new FixedBitSet(docs.length + 1);
        int[] first = new int[docs.length];
        int count = 0;
        for (int doc : docs) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
            NumericDocValues thread = threads[leaf.ord];
            if (thread != null && thread.advanceExact(doc - leaf.docBase)) {
                int id = Math.toIntExact(thread.longValue());
                seen = FixedBitSet.ensureCapacity(seen, id + 1);
                if (!seen.getAndSet(id)) {
                    first[count++] = doc;
                }
            }
        }
        return ArrayUtil.copyOfSubArray(first, 0, count);
    }
}
