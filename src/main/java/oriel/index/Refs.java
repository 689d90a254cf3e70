package oriel.index;

import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

/** The names of many messages, kept in arrays and made objects as they are asked for. */
final class Refs extends AbstractList<MessageRef> implements RandomAccess {

    private final List<FolderPath> folders = new ArrayList<>();
    private final int[] folder;
    private final long[] validity;
    private final long[] uid;

    /** @param docs in ascending order within each segment, as in lists that are in order by date */
    Refs(IndexReader reader, int[] docs) throws IOException {
        folder = new int[docs.length];
        validity = new long[docs.length];
        uid = new long[docs.length];
        Numbers validities = new Numbers(reader, Fields.UID_VALIDITY);
        Numbers uids = new Numbers(reader, Fields.UID);
        Names names = new Names(reader);
        for (int i = 0; i < docs.length; i++) {
            validity[i] = validities.of(docs[i]);
            uid[i] = uids.of(docs[i]);
            folder[i] = names.of(docs[i]);
        }
    }

    /** Numbers folders over all segments. */
    private final class Names {

        private final List<LeafReaderContext> leaves;
        private final SortedDocValues[] values;
        private final int[][] numbers;

        Names(IndexReader reader) {
            leaves = reader.leaves();
            values = new SortedDocValues[leaves.size()];
            numbers = new int[leaves.size()][];
        }

        int of(int doc) throws IOException {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
            if (values[leaf.ord] == null) {
                values[leaf.ord] = DocValues.getSorted(leaf.reader(), Fields.FOLDER);
                numbers[leaf.ord] = new int[values[leaf.ord].getValueCount()];
            }
            SortedDocValues value = values[leaf.ord];
            value.advanceExact(doc - leaf.docBase);
            int[] known = numbers[leaf.ord];
            if (known[value.ordValue()] == 0) {
                known[value.ordValue()] = 1
                        + number(FolderPath.parse(
                                value.lookupOrd(value.ordValue()).utf8ToString()));
            }
            return known[value.ordValue()] - 1;
        }

        private int number(FolderPath path) {
            int number = folders.indexOf(path);
            if (number < 0) {
                folders.add(path);
                number = folders.size() - 1;
            }
            return number;
        }
    }

    @Override
    public MessageRef get(int index) {
        return new MessageRef(folders.get(folder[index]), validity[index], uid[index]);
    }

    @Override
    public int size() {
        return uid.length;
    }
}
