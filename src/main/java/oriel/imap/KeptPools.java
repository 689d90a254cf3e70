package oriel.imap;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Pools by whose mail they lead to. Connections that nobody has used for a while are closed, each pool's on a thread of
 * its own, so that a server that does not answer one of them keeps no other waiting.
 */
final class KeptPools<K> {

    private static final Duration MOST_BETWEEN_SWEEPS = Duration.ofSeconds(30);

    private final Map<K, ImapPool> pools = new ConcurrentHashMap<>();
    private final ScheduledExecutorService sweeper;

    /** @param name of the thread that looks for connections that nobody uses */
    KeptPools(String name) {
        sweeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /**
     * Begins to look for connections that nobody uses.
     *
     * @param rest after which an unused connection is closed
     * @param abandoned whether a pool without connections, whose key is given, is forgotten
     */
    void start(Duration rest, Predicate<K> abandoned) {
        long period = Math.min(rest.toMillis() / 2, MOST_BETWEEN_SWEEPS.toMillis());
        sweeper.scheduleWithFixedDelay(() -> sweep(abandoned), period, period, TimeUnit.MILLISECONDS);
    }

    private void sweep(Predicate<K> abandoned) {
        pools.values().forEach(pool -> Thread.startVirtualThread(pool::closeIdle));
        pools.keySet().forEach(key -> forgetIf(key, abandoned));
    }

    ImapPool get(K key, Function<K, ImapPool> made) {
        return pools.computeIfAbsent(key, made);
    }

    /** Like {@link Map#compute}: nobody else gets at the key's pool meanwhile. */
    ImapPool compute(K key, BiFunction<K, @Nullable ImapPool, ImapPool> next) {
        return pools.compute(key, next);
    }

    /** Forgets a pool that nobody needs: it has no connections, and the key is one of those. */
    void forgetIf(K key, Predicate<K> abandoned) {
        pools.computeIfPresent(key, (known, pool) -> pool.isAbandoned() && abandoned.test(known) ? null : pool);
    }

    Set<K> keys() {
        return Set.copyOf(pools.keySet());
    }

    /** Closes a pool behind the caller, if there is one. */
    void end(K key) {
        ImapPool pool = pools.remove(key);
        if (pool != null) {
            Thread.startVirtualThread(pool::close);
        }
    }

    /** Closes all pools and waits for it, with the patience of one sweep. */
    void stop() {
        sweeper.shutdownNow();
        try (var closing = Executors.newVirtualThreadPerTaskExecutor()) {
            pools.values().forEach(pool -> closing.execute(pool::close));
            closing.shutdown();
            if (!closing.awaitTermination(MOST_BETWEEN_SWEEPS.toSeconds(), TimeUnit.SECONDS)) {
                closing.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pools.clear();
    }
}
