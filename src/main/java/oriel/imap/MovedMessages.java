package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.ENVELOPE;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.jspecify.annotations.Nullable;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

/**
 * Messages on their way into another folder, known by their Message-IDs (ENVELOPE, RFC 3501 section 7.4.2), with the
 * number that the first one to arrive there gets (UIDNEXT). So they are found there whatever the server told, and are
 * never taken for an older message with the same Message-ID.
 *
 * @param ids their Message-IDs by UID; empty for those that have none
 * @param next UIDNEXT of the target before; 0 if the server does not tell it
 */
record MovedMessages(Map<Long, String> ids, FolderPath target, long next) {

    /** Those of the messages that are there. */
    static Map<Long, String> idsOf(OpenFolder folder, List<MessageRef> messages) throws MessagingException {
        Map<Long, String> ids = new LinkedHashMap<>();
        for (String uids : UidSets.of(messages)) {
            ids.putAll(ids(folder, uids));
        }
        ids.keySet().retainAll(messages.stream().map(MessageRef::uid).toList());
        return ids;
    }

    private static Map<Long, String> ids(OpenFolder folder, String uids) throws MessagingException {
        Map<Long, String> ids = new LinkedHashMap<>();
        for (Response each : folder.send("UID FETCH", uids + " (UID FLAGS ENVELOPE)")) {
            if (each instanceof FetchResponse found && !DeletedMessages.isHidden(folder, found)) {
                OpenFolder.uidOf(found).ifPresent(uid -> ids.put(uid, id(found)));
            }
        }
        return ids;
    }

    private static String id(FetchResponse found) {
        @Nullable ENVELOPE envelope = found.getItem(ENVELOPE.class);
        return envelope == null || envelope.messageId == null ? "" : envelope.messageId.strip();
    }

    /** Where those are that have arrived, by the UIDs they had. Leaves the target selected. */
    Map<Long, MessageRef> arrived(ImapConnection connection) throws MessagingException {
        if (next <= 0 || ids.isEmpty()) {
            return Map.of();
        }
        OpenFolder folder = connection.open(target);
        folder.refresh();
        Map<Long, String> there = ids(folder, next + ":*");
        Map<String, MessageRef> byId = new HashMap<>();
        for (Map.Entry<Long, String> each : there.entrySet()) {
            // The last message is always named by a set that ends so.
            if (each.getKey() >= next && !each.getValue().isEmpty()) {
                byId.putIfAbsent(each.getValue(), folder.ref(each.getKey()));
            }
        }
        Map<Long, MessageRef> arrived = new LinkedHashMap<>();
        ids.forEach((uid, id) -> {
            // Each of those that came stands for one of those that went.
            @Nullable MessageRef place = byId.remove(id);
            if (place != null) {
                arrived.put(uid, place);
            }
        });
        return arrived;
    }
}
