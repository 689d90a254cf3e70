package oriel.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import oriel.account.Credentials.Token;
import oriel.mail.MailException;

/** The provider asked once for each token, however many threads need the next one, and not again after it said no. */
final class Renewals {

    /** After this time without use a refusal may be forgotten; who uses it again is refused again. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final int MOST = 10_000;

    private final Map<Token, CompletableFuture<Credentials>> running = new ConcurrentHashMap<>();
    private final Cache<Token, MailException> refused = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(REMEMBERED)
            .build();
    private final Cache<Token, MailException> unanswered =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(PAUSE).build();

    /**
     * What comes after this token.
     *
     * @param step finds out, asks the provider if need be and keeps the answer before anybody gets it
     */
    Credentials after(Token old, Supplier<Credentials> step) {
        CompletableFuture<Credentials> mine = new CompletableFuture<>();
        CompletableFuture<Credentials> first = running.putIfAbsent(old, mine);
        if (first != null) {
            return await(first);
        }
        try {
            Credentials next = take(old, step);
            mine.complete(next);
            return next;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            running.remove(old, mine);
        }
    }

    private Credentials take(Token old, Supplier<Credentials> step) {
        MailException known = refused.getIfPresent(old);
        known = known != null ? known : unanswered.getIfPresent(old);
        if (known != null) {
            throw known;
        }
        try {
            return step.get();
        } catch (MailException.SignInAgain e) {
            refused.put(old, e);
            throw e;
        } catch (MailException.ProviderUnreachable e) {
            unanswered.put(old, e);
            throw e;
        }
    }

    private static Credentials await(CompletableFuture<Credentials> running) {
        try {
            return running.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof MailException trouble) {
                throw trouble;
            }
            throw e;
        }
    }
}
