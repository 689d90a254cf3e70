package oriel.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import oriel.mail.MessageRef;

/** The Message-IDs of messages. */
final class MessageIds {

    private MessageIds() {}

    /** Empty for those that have none; without those that are not indexed. */
    static Map<MessageRef, String> of(IndexSearcher searcher, List<MessageRef> messages) throws IOException {
        Map<MessageRef, String> ids = new HashMap<>();
        for (MessageRef each : messages) {
            int doc = Lists.doc(searcher, each);
            @Nullable
            BytesRef rest =
                    doc < 0 ? null : searcher.storedFields().document(doc).getBinaryValue(Fields.REST);
            if (rest != null) {
                ids.put(each, RowBytes.messageId(rest));
            }
        }
        return ids;
    }
}
