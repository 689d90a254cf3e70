package oriel.mailbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.Supplier;
import oriel.account.SignedOut;
import oriel.mail.AccountId;
import oriel.mail.Body;
import oriel.mail.Message;
import oriel.mail.MessageRef;

/**
 * The messages opened last, so that one opened ahead of the click, or again with its images, costs the mail server
 * nothing. A message never changes under its UID (RFC 3501 section 2.3.1.1), its flags aside, which are not read here.
 */
@ApplicationScoped
public class OpenedMessages {

    private static final int CHARACTERS = 16_000_000;
    private static final int HEAD = 2_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private record Key(AccountId account, MessageRef message) {}

    private final Cache<Key, Message> cache = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS)
            .<Key, Message>weigher((key, message) -> weight(message))
            .expireAfterAccess(KEPT)
            .build();

    /** The message, from here or from the supplier; what the supplier throws is passed on and nothing is kept. */
    public Message get(AccountId account, MessageRef ref, Supplier<Message> fetch) {
        Key key = new Key(account, ref);
        Message known = cache.getIfPresent(key);
        if (known != null) {
            return known;
        }
        // Not computed inside the cache: a slow server would hold a lock that other accounts share.
        Message fetched = fetch.get();
        cache.put(key, fetched);
        return fetched;
    }

    /** Forgets what somebody read who has left. */
    void forget(@Observes SignedOut left) {
        cache.asMap().keySet().removeIf(key -> key.account().equals(left.account()));
    }

    private static int weight(Message message) {
        return HEAD
                + message.bodies().stream()
                        .map(Body::content)
                        .mapToInt(String::length)
                        .sum();
    }
}
