package oriel.compose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import oriel.mail.Message;

/**
 * What ties an answer to the conversation (RFC 5322 section 3.6.4).
 *
 * @param inReplyTo the original's Message-ID; empty if it has none
 * @param references the thread's Message-IDs, oldest first
 */
record ReplyThread(String inReplyTo, List<String> references) {

    /** The header goes onto the wire as it is, so only what looks like a Message-ID gets there. */
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^\\s<>\\p{Cntrl}]{1,240}>");

    /** Long threads keep their root and their newest messages. */
    private static final int LONGEST = 40;

    static final ReplyThread NONE = new ReplyThread("", List.of());

    ReplyThread {
        references = List.copyOf(references);
    }

    /** The thread as an answer to the message continues it. */
    static ReplyThread of(Message original) {
        Set<String> ids = new LinkedHashSet<>();
        original.references().stream().filter(ReplyThread::isMessageId).forEach(ids::add);
        if (ids.isEmpty() && isMessageId(original.inReplyTo())) {
            ids.add(original.inReplyTo());
        }
        boolean named = isMessageId(original.messageId());
        if (named) {
            ids.remove(original.messageId());
            ids.add(original.messageId());
        }
        return new ReplyThread(named ? original.messageId() : "", shortened(new ArrayList<>(ids)));
    }

    private static boolean isMessageId(String id) {
        return MESSAGE_ID.matcher(id).matches();
    }

    private static List<String> shortened(List<String> ids) {
        if (ids.size() <= LONGEST) {
            return ids;
        }
        List<String> kept = new ArrayList<>(ids.subList(0, 1));
        kept.addAll(ids.subList(ids.size() - LONGEST + 1, ids.size()));
        return kept;
    }
}
