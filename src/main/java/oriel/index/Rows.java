package oriel.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.FolderPath;

/** Reads rows of documents. */
final class Rows {

    private Rows() {}

    /** The rows of documents, in the same order. */
    static List<Row> of(IndexReader reader, int[] docs) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        Row[] rows = new Row[docs.length];
        Values values = null;
        LeafReaderContext leaf = null;
        // Values are read in ascending order of documents.
        for (long packed : ascending(docs)) {
            int doc = (int) (packed >> Integer.SIZE);
            if (leaf == null || doc >= leaf.docBase + leaf.reader().maxDoc()) {
                leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
                values = new Values(leaf.reader());
            }
            rows[(int) packed] = values.row(doc - leaf.docBase);
        }
        return new ArrayList<>(Arrays.asList(rows));
    }

    private static long[] ascending(int[] docs) {
        long[] packed = new long[docs.length];
        for (int i = 0; i < docs.length; i++) {
            packed[i] = (long) docs[i] << Integer.SIZE | i;
        }
        Arrays.sort(packed);
        return packed;
    }

    /** What a segment holds of its rows. */
    static final class Values {

        private final Map<Flag, NumericDocValues> flags = new EnumMap<>(Flag.class);
        private final SortedDocValues folders;
        private final BinaryDocValues rows;
        private final BinaryDocValues tags;
        private final BinaryDocValues previews;
        private @Nullable FolderPath folder;
        private int ordinal = -1;

        Values(LeafReader reader) throws IOException {
            for (Flag flag : Flag.values()) {
                flags.put(flag, DocValues.getNumeric(reader, Fields.flag(flag)));
            }
            folders = DocValues.getSorted(reader, Fields.FOLDER);
            rows = DocValues.getBinary(reader, Fields.ROW);
            tags = DocValues.getBinary(reader, Fields.TAGS);
            previews = DocValues.getBinary(reader, Fields.PREVIEW);
        }

        Row row(int doc) throws IOException {
            return new Row(envelope(doc), preview(doc), null);
        }

        Envelope envelope(int doc) throws IOException {
            rows.advanceExact(doc);
            return RowBytes.envelope(rows.binaryValue(), folder(doc), flags(doc), tags(doc));
        }

        @Nullable
        String preview(int doc) throws IOException {
            return previews.advanceExact(doc) ? previews.binaryValue().utf8ToString() : null;
        }

        private FolderPath folder(int doc) throws IOException {
            folders.advanceExact(doc);
            if (folder == null || ordinal != folders.ordValue()) {
                ordinal = folders.ordValue();
                folder = FolderPath.parse(folders.lookupOrd(ordinal).utf8ToString());
            }
            return folder;
        }

        private Set<Flag> flags(int doc) throws IOException {
            Set<Flag> set = EnumSet.noneOf(Flag.class);
            for (Map.Entry<Flag, NumericDocValues> flag : flags.entrySet()) {
                if (flag.getValue().advanceExact(doc)) {
                    set.add(flag.getKey());
                }
            }
            return set;
        }

        private Set<String> tags(int doc) throws IOException {
            return tags.advanceExact(doc) ? TagQuery.tags(tags.binaryValue()) : Set.of();
        }
    }
}
