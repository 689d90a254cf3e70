package oriel.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.oauth2.sdk.id.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import oriel.login.SignInTrouble.Kind;

/**
 * Binds a sign-in that was begun to the browser that began it: sealed in a cookie of a few minutes, one for each tab, and
 * good for one answer. No session is made for somebody who may never come back.
 */
@ApplicationScoped
public class BegunCookies {

    private static final String PREFIX = "oriel-begun-";
    private static final String PURPOSE = "sign-in that was begun";
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final int REMEMBERED = 100_000;

    private final CredentialSeal seal;
    private final Cache<String, Boolean> used =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(LIFE).build();

    @Inject
    public BegunCookies(CredentialSeal seal) {
        this.seal = seal;
    }

    /**
     * Gives the browser what it has to bring back.
     *
     * @param secure whether people use TLS, also where only a proxy before us knows
     */
    void put(Begun begun, boolean secure, HttpServletRequest request, HttpServletResponse response) {
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(seal.seal(PURPOSE, begun.toBytes()));
        response.addHeader("Set-Cookie", cookie(begun.state(), value, LIFE, request) + (secure ? "; Secure" : ""));
    }

    /**
     * What was begun with this state in this browser.
     *
     * @throws SignInTrouble if nothing was, if that is too long ago, or if it was answered before
     */
    Begun take(State state, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Set-Cookie", cookie(state, "", Duration.ZERO, request));
        return find(state, request)
                .filter(begun -> begun.state().equals(state))
                .filter(begun -> begun.at().plus(LIFE).isAfter(Instant.now()))
                .filter(begun -> used.asMap().putIfAbsent(begun.state().getValue(), true) == null)
                .orElseThrow(() -> new SignInTrouble(Kind.NOT_BEGUN));
    }

    private Optional<Begun> find(State state, HttpServletRequest request) {
        String name = name(state);
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .flatMap(cookie -> open(cookie.getValue()));
    }

    private Optional<Begun> open(String value) {
        try {
            return Optional.of(
                    Begun.of(seal.open(PURPOSE, Base64.getUrlDecoder().decode(value))));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** By hand, because the container's cookies know no SameSite: the answer comes from the provider's site. */
    private static String cookie(State state, String value, Duration life, HttpServletRequest request) {
        return name(state) + "=" + value + "; Path=" + request.getContextPath() + "/login; Max-Age=" + life.toSeconds()
                + "; HttpOnly; SameSite=Lax";
    }

    private static String name(State state) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(state.getValue().getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
