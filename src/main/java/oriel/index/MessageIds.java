package oriel.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import oriel.mail.MessageRef;

/** The Message-IDs of messages. */
final class MessageIds {

    private MessageIds() {}

    /** Empty for those that have none; without those that are not indexed. */
    static Map<MessageRef, String> of(IndexSearcher searcher, List<MessageRef> messages) throws IOException {
        // In the order in which they lie on disk, so that no block of it is read twice.
        SortedMap<Integer, MessageRef> documents = new TreeMap<>();
        for (MessageRef each : messages) {
            documents.put(Lists.doc(searcher, each), each);
        }
        StoredFields stored = searcher.storedFields();
        Map<MessageRef, String> ids = new HashMap<>();
        for (Map.Entry<Integer, MessageRef> each : documents.tailMap(0).entrySet()) {
            @Nullable
            BytesRef rest = stored.document(each.getKey(), Set.of(Fields.REST)).getBinaryValue(Fields.REST);
            if (rest != null) {
                ids.put(each.getValue(), RowBytes.messageId(rest));
            }
        }
        return ids;
    }
}
