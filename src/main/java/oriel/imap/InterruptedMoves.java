package oriel.imap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

/** Moves whose answer was lost: what was on its way may have arrived, so that nothing of it must be copied again unseen. */
final class InterruptedMoves {

    private static final int MOST = 1_000;

    /** @param user whose; messages of two accounts may have the same numbers */
    record Key(String user, List<MessageRef> messages, FolderPath target) {}

    private final Map<Key, MovedMessages> begun = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, MovedMessages> eldest) {
            return size() > MOST;
        }
    };

    synchronized void begin(Key key, MovedMessages messages) {
        begun.put(key, messages);
    }

    synchronized void end(Key key) {
        begun.remove(key);
    }

    synchronized Optional<MovedMessages> find(Key key) {
        return Optional.ofNullable(begun.get(key));
    }
}
