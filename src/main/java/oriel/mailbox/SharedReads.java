package oriel.mailbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Reads that many pages ask for at once because they were told of the same change: the mail server is asked by the first
 * of them, and all get its answer. What was read after a change is never too old for those who ask because of it.
 *
 * @param <K> what is read, for whom, and after which change
 * @param <V> the answer
 */
final class SharedReads<K, V> {

    private static final int MOST = 1_000;
    private static final Duration KEPT = Duration.ofSeconds(15);

    private final Cache<K, CompletableFuture<V>> reads =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /** The answer, from whoever asks first; what the supplier throws is thrown to all who wait, and not kept. */
    V get(K key, Supplier<V> read) {
        CompletableFuture<V> own = new CompletableFuture<>();
        CompletableFuture<V> first = reads.asMap().putIfAbsent(key, own);
        return first == null ? read(key, own, read) : join(first);
    }

    private V read(K key, CompletableFuture<V> own, Supplier<V> read) {
        try {
            V answer = read.get();
            own.complete(answer);
            return answer;
        } catch (RuntimeException e) {
            reads.asMap().remove(key, own);
            own.completeExceptionally(e);
            throw e;
        } finally {
            // An error, too, must not leave others waiting.
            own.cancel(false);
        }
    }

    private V join(CompletableFuture<V> first) {
        try {
            return first.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
