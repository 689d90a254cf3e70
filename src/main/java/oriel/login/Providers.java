package oriel.login;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import oriel.account.OpenIdConfig;

/** The configured provider, asked for its discovery document when that is needed and at most once in a while. */
@ApplicationScoped
public class Providers {

    private static final Duration KEPT = Duration.ofHours(12);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OpenIdConfig config;
    private final int timeout;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Provider known;
    private volatile long askAgain = System.nanoTime();

    @Inject
    public Providers(OpenIdConfig config) {
        this(config, PATIENCE);
    }

    Providers(OpenIdConfig config, Duration patience) {
        this.config = config;
        this.timeout = Math.toIntExact(patience.toMillis());
    }

    /** @throws SignInTrouble if there is none, or it does not answer and never did */
    Provider get() {
        if (!config.isOn()) {
            throw new SignInTrouble(SignInTrouble.Kind.SWITCHED_OFF);
        }
        Provider current = known;
        if (current != null && !isDue()) {
            return current;
        }
        asking.lock();
        try {
            return isDue() ? ask() : knownOrDown();
        } finally {
            asking.unlock();
        }
    }

    private boolean isDue() {
        return askAgain - System.nanoTime() <= 0;
    }

    private Provider ask() {
        try {
            String document = document();
            Provider found = Provider.of(document, config.provider(), timeout);
            known = found;
            askAgain = System.nanoTime() + KEPT.toNanos();
            return found;
        } catch (IOException e) {
            askAgain = System.nanoTime() + PAUSE.toNanos();
            return knownOrDown();
        }
    }

    private Provider knownOrDown() {
        Provider current = known;
        if (current == null) {
            throw new SignInTrouble(SignInTrouble.Kind.PROVIDER_DOWN);
        }
        return current;
    }

    private String document() throws IOException {
        String issuer = config.provider().address().toString().replaceFirst("/+$", "");
        HTTPResponse answer =
                send(new HTTPRequest(HTTPRequest.Method.GET, URI.create(issuer + "/.well-known/openid-configuration")));
        if (answer.getStatusCode() != HTTPResponse.SC_OK || answer.getBody() == null) {
            throw new IOException("discovery answered " + answer.getStatusCode());
        }
        return answer.getBody();
    }

    /** One request, which follows no redirection: what is secret goes only where it was meant to. */
    HTTPResponse send(HTTPRequest request) throws IOException {
        request.setConnectTimeout(timeout);
        request.setReadTimeout(timeout);
        request.setFollowRedirects(false);
        return request.send();
    }
}
