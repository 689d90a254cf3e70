package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import oriel.account.CurrentAccount;
import oriel.index.MessageIndex;
import oriel.mail.Body;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mail.SyncStores;

/** Reads how messages begin, for the line below their subject. */
@ApplicationScoped
public class ReadPreviews {

    private static final int BYTES = 16_384;
    private static final int MOST = 100;

    private final SyncStores servers;
    private final CurrentAccount account;
    private final MessageIndex index;
    private final PreviewLine line;

    @Inject
    public ReadPreviews(SyncStores servers, CurrentAccount account, MessageIndex index, PreviewLine line) {
        this.servers = servers;
        this.account = account;
        this.index = index;
        this.line = line;
    }

    /**
     * The lines, and keeps them with the index.
     *
     * @param messages of one folder; those behind the first {@value #MOST} are passed over
     * @return by UID; messages that are gone are left out, those without a text have an empty line
     */
    public Map<Long, String> read(List<MessageRef> messages) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        FolderPath folder = messages.getFirst().folder();
        long[] uids = messages.stream()
                .limit(MOST)
                .mapToLong(MessageRef::uid)
                .sorted()
                .distinct()
                .toArray();
        Map<Long, Body> texts =
                servers.of(account.id()).texts(folder, messages.getFirst().uidValidity(), uids, BYTES);
        Map<Long, String> lines = new HashMap<>();
        Arrays.stream(uids).forEach(uid -> lines.put(uid, texts.containsKey(uid) ? line.of(texts.get(uid)) : ""));
        index.preview(account.id(), folder, messages.getFirst().uidValidity(), lines);
        return lines;
    }
}
