package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.jspecify.annotations.Nullable;
import oriel.mail.Flag;
import oriel.mail.Marked;
import oriel.mime.Keywords;

/** UID FETCH of the flags of a range, or of what has changed in it since (CHANGEDSINCE, RFC 7162 section 3.1.4.1). */
final class FetchFlags {

    /** @param since -1 for all */
    List<Marked> fetch(OpenFolder folder, long lowest, long highest, long since) throws MessagingException {
        folder.refresh();
        boolean hides = DeletedMessages.areHidden(folder.connection());
        boolean changes = since > 0 && folder.connection().has("CONDSTORE");
        // Most are marked alike.
        Map<Set<Flag>, Set<Flag>> known = new HashMap<>();
        List<Marked> marks = new ArrayList<>();
        String range = lowest + ":" + highest + " (UID FLAGS)";
        Consumer<FetchResponse> taker = answer -> {
            if (!hides || !DeletedMessages.isMarked(answer)) {
                add(answer, lowest, highest, known, marks);
            }
        };
        // A folder that keeps no modification sequences refuses to be asked for them (RFC 7162 section 3.1.2.2).
        if (!changes || !folder.tryStream(range + " (CHANGEDSINCE " + since + ")", taker)) {
            folder.stream(range, taker);
        }
        return marks;
    }

    private static void add(
            FetchResponse answer, long lowest, long highest, Map<Set<Flag>, Set<Flag>> known, List<Marked> marks) {
        @Nullable FLAGS told = answer.getItem(FLAGS.class);
        long uid = OpenFolder.uidOf(answer).orElse(0L);
        if (told != null && uid >= lowest && uid <= highest) {
            Set<Flag> flags = known.computeIfAbsent(Keywords.flags(told), Set::copyOf);
            marks.add(new Marked(uid, flags, Keywords.tags(told)));
        }
    }
}
