package oriel.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import oriel.account.OpenIdConfig;
import oriel.account.OpenIdIssuer;

/** A small OpenID provider that answers as a test wants, also wrongly. */
final class TestProvider implements AutoCloseable {

    static final String CLIENT = "oriel";
    static final String ADDRESS = "ada@oriel.test";

    private final HttpServer server;
    private final CountDownLatch frozen = new CountDownLatch(1);
    private static final RSAKey KEY = newKey();

    /** What was sent to the token endpoint, as forms. */
    final List<Map<String, List<String>>> asked = new CopyOnWriteArrayList<>();

    final List<String> paths = new CopyOnWriteArrayList<>();

    UnaryOperator<JWTClaimsSet.Builder> claims = builder -> builder;
    UnaryOperator<String> discovery = document -> document;
    RSAKey signing = KEY;
    int status = 200;
    String error = "";
    String refresh = ", \"refresh_token\": \"refresh-%d\"";
    volatile boolean freeze;
    String nonce = "";

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    TestProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** As Oriel is configured for it. */
    OpenIdConfig config() {
        return config(new OpenIdIssuer.Single(URI.create(base())));
    }

    OpenIdConfig config(OpenIdIssuer issuer) {
        return new OpenIdConfig(
                CLIENT, "secret", issuer, List.of("openid", "mail"), "Test", true, java.util.Optional.empty());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        paths.add(path);
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (freeze) {
            await();
        }
        if (path.endsWith("/.well-known/openid-configuration")) {
            send(exchange, status, discovery.apply(document()));
        } else if (path.equals("/keys")) {
            send(exchange, 200, new JWKSet(KEY.toPublicJWK()).toString());
        } else if (path.equals("/token")) {
            asked.add(URLUtils.parseParameters(body));
            send(exchange, error.isEmpty() ? status : 400, error.isEmpty() ? tokens() : error);
        } else {
            send(exchange, 404, "{}");
        }
    }

    private void await() {
        try {
            frozen.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String document() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "userinfo_endpoint": "%1$s/userinfo", "end_session_endpoint": "%1$s/logout",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(base());
    }

    private String tokens() {
        int number = asked.size();
        return "{\"access_token\": \"opaque-%d\", \"token_type\": \"Bearer\", \"expires_in\": 3600, \"id_token\": \"%s\"%s}"
                .formatted(number, identity(), refresh.formatted(number));
    }

    private String identity() {
        Instant now = Instant.now();
        JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder()
                .issuer(base())
                .subject("1")
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3600)))
                .claim("nonce", nonce)
                .claim("preferred_username", ADDRESS);
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                    claims.apply(builder).build());
            token.sign(new RSASSASigner(signing));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        frozen.countDown();
        server.stop(0);
    }
}
