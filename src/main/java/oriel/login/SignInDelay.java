package oriel.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import oriel.mail.MailException;

/**
 * Makes guessing passwords slow: after a few failures in a row an address, and after many a client, has to wait, twice
 * as long each time. Kept in memory and bounded; the mail server's own limits stand behind it.
 */
@ApplicationScoped
public class SignInDelay {

    private static final int FREE_FOR_ADDRESS = 5;
    private static final int FREE_FOR_CLIENT = 50;
    private static final int MOST_DOUBLINGS = 8;
    private static final int REMEMBERED = 100_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(30);

    private record Failures(int count, Instant last) {}

    private final Cache<String, Failures> failures = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(FORGOTTEN)
            .build();
    private final InstantSource clock;

    public SignInDelay() {
        this(InstantSource.system());
    }

    SignInDelay(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws MailException.TooManyAttempts if the address or the client has to wait */
    void check(String address, String client) {
        Duration wait = wait(key(address), FREE_FOR_ADDRESS);
        Duration clientsWait = wait(client, FREE_FOR_CLIENT);
        Duration longer = wait.compareTo(clientsWait) > 0 ? wait : clientsWait;
        if (longer.isPositive()) {
            throw new MailException.TooManyAttempts(longer);
        }
    }

    void failed(String address, String client) {
        add(key(address));
        add(client);
    }

    /** A success clears the address; the client may still be trying others. */
    void succeeded(String address) {
        failures.invalidate(key(address));
    }

    private void add(String key) {
        failures.asMap()
                .merge(key, new Failures(1, clock.instant()), (old, one) -> new Failures(old.count() + 1, one.last()));
    }

    private Duration wait(String key, int free) {
        Failures known = failures.getIfPresent(key);
        if (known == null || known.count() < free) {
            return Duration.ZERO;
        }
        Duration penalty = Duration.ofSeconds(1L << Math.min(known.count() - free, MOST_DOUBLINGS));
        return Duration.between(clock.instant(), known.last().plus(penalty));
    }

    private static String key(String address) {
        return "@" + address.strip().toLowerCase(Locale.ROOT);
    }
}
