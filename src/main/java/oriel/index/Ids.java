package oriel.index;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

/** The terms that name one message each. */
final class Ids {

    private Ids() {}

    /** The term of a message: its folder, NUL, UIDVALIDITY and UID, so that those of a folder lie side by side. */
    static Term term(MessageRef ref) {
        return term(ref.folder(), ref.uidValidity(), ref.uid());
    }

    /** The term of a message. */
    static Term term(FolderPath folder, long uidValidity, long uid) {
        byte[] name = folder.text().getBytes(StandardCharsets.UTF_8);
        byte[] id = new byte[name.length + 1 + 2 * Long.BYTES];
        System.arraycopy(name, 0, id, 0, name.length);
        NumericUtils.longToSortableBytes(uidValidity, id, name.length + 1);
        NumericUtils.longToSortableBytes(uid, id, name.length + 1 + Long.BYTES);
        return new Term(Fields.ID, new BytesRef(id));
    }

    /** The term of the entry that says what a conversation is part of; no message's, which holds NUL. */
    static Term merged(long thread) {
        return new Term(Fields.ID, "merged:" + thread);
    }
}
