package oriel.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import oriel.mail.AccountId;

/** A journal that lasts as long as the application and holds the newest messages only. */
@ApplicationScoped
public class InMemorySendJournal implements SendJournal {

    private static final int MOST = 10_000;

    private record Key(AccountId account, String messageId) {}

    private final Map<Key, SendState> states = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SendState> eldest) {
            return size() > MOST;
        }
    };

    @Override
    public synchronized Optional<SendState> state(AccountId account, String messageId) {
        return Optional.ofNullable(states.get(new Key(account, messageId)));
    }

    @Override
    public synchronized void record(AccountId account, String messageId, SendState state) {
        states.put(new Key(account, messageId), state);
    }

    @Override
    public synchronized void forget(AccountId account, String messageId) {
        states.remove(new Key(account, messageId));
    }
}
