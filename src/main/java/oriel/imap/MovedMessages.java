package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.jspecify.annotations.Nullable;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

import static java.util.stream.Collectors.groupingBy;

/**
 * Messages on their way into another folder, known by their {@link Likeness}, with the number that the first one to arrive
 * there gets (UIDNEXT). So they are found there whatever the server told, and are never taken for an older message.
 *
 * @param looks by UID
 * @param next UIDNEXT of the target before; 0 if the server does not tell it
 */
record MovedMessages(Map<Long, Likeness> looks, FolderPath target, long next) {

    /** Those of the messages that are there. */
    static Map<Long, Likeness> looksOf(OpenFolder folder, List<MessageRef> messages) throws MessagingException {
        Map<Long, Likeness> looks = new LinkedHashMap<>();
        for (String uids : UidSets.of(messages)) {
            looks.putAll(looks(folder, uids));
        }
        looks.keySet().retainAll(messages.stream().map(MessageRef::uid).toList());
        return looks;
    }

    private static Map<Long, Likeness> looks(OpenFolder folder, String uids) throws MessagingException {
        Map<Long, Likeness> looks = new LinkedHashMap<>();
        for (Response each : folder.send("UID FETCH", uids + " (UID FLAGS " + Likeness.ITEMS + ")")) {
            if (each instanceof FetchResponse found && !DeletedMessages.isHidden(folder, found)) {
                OpenFolder.uidOf(found)
                        .ifPresent(uid -> looks.put(uid, Likeness.of(found).essence()));
            }
        }
        return looks;
    }

    /** Whether a message has no Message-ID, so that nobody can tell for sure if it is on its way or elsewhere. */
    boolean isNameless(long uid) {
        @Nullable Likeness look = looks.get(uid);
        return look == null || !look.hasId();
    }

    /** Where those with a Message-ID are that have arrived, by the UIDs they had. Leaves the target selected. */
    Map<Long, MessageRef> arrived(ImapConnection connection) throws MessagingException {
        Map<Likeness, List<MessageRef>> there = there(connection);
        Map<Long, MessageRef> arrived = new LinkedHashMap<>();
        looks.forEach((uid, look) -> {
            // Each of those that came stands for one of those that went.
            List<MessageRef> alike = there.getOrDefault(look, List.of());
            if (look.hasId() && !alike.isEmpty()) {
                arrived.put(uid, alike.removeFirst());
            }
        });
        return arrived;
    }

    /**
     * Where those are for sure that have arrived: where as many came that look so as went. Leaves the target selected.
     */
    List<MessageRef> certain(ImapConnection connection) throws MessagingException {
        Map<Likeness, List<MessageRef>> there = there(connection);
        List<MessageRef> certain = new ArrayList<>();
        looks.values().stream().collect(groupingBy(look -> look)).forEach((look, went) -> {
            List<MessageRef> came = there.getOrDefault(look, List.of());
            if (look.says() && came.size() == went.size()) {
                certain.addAll(came);
            }
        });
        return certain;
    }

    /** What has come since. */
    private Map<Likeness, List<MessageRef>> there(ImapConnection connection) throws MessagingException {
        if (next <= 0 || looks.isEmpty()) {
            return Map.of();
        }
        OpenFolder folder = connection.open(target);
        folder.refresh();
        Map<Likeness, List<MessageRef>> there = new LinkedHashMap<>();
        for (Map.Entry<Long, Likeness> each : looks(folder, next + ":*").entrySet()) {
            // The last message is always named by a set that ends so.
            if (each.getKey() >= next) {
                there.computeIfAbsent(each.getValue(), look -> new ArrayList<>())
                        .add(folder.ref(each.getKey()));
            }
        }
        return there;
    }
}
