package oriel.servers;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A real OpenID provider of the tests, standing for Microsoft: its realm {@code mail} has the client {@code oriel},
 * PKCE required, and users whose tokens {@link Dovecot} and {@link Postfix} take.
 */
final class Keycloak implements AutoCloseable {

    static final String CLIENT = "oriel";
    static final String SECRET = "oriel-secret";

    /** The password of all its users. */
    static final String PASSWORD = "secret";

    private static final String ADMINISTRATOR = "admin";
    private static final String VERSION = "26.7.3";
    private static final int USERS = 20;
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final String SCOPES = "openid email profile https://outlook.office.com/IMAP.AccessAsUser.All"
            + " https://outlook.office.com/SMTP.Send";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Daemon daemon;

    private Keycloak(int port, Daemon daemon) {
        this.port = port;
        this.daemon = daemon;
    }

    /** Its users: nobody else may be signed in with their tokens. */
    static List<String> users() {
        return IntStream.range(0, USERS)
                .mapToObj("token%02d@oriel.test"::formatted)
                .toList();
    }

    /** What it is installed from: fetched by Maven once; empty if Maven can't. */
    static Optional<Path> distribution() {
        Path zip = Path.of(
                System.getProperty("oriel.maven.repository"),
                "org/keycloak/keycloak-quarkus-dist/" + VERSION + "/keycloak-quarkus-dist-" + VERSION + ".zip");
        if (!Files.exists(zip)) {
            try {
                Daemon.run(
                        Path.of(System.getProperty("oriel.maven.home"), "bin", "mvn")
                                .toString(),
                        "-B",
                        "-q",
                        "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:get",
                        "-Dtransitive=false",
                        "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + VERSION + ":zip");
            } catch (IllegalStateException e) {
                return Optional.empty();
            }
        }
        return Optional.of(zip).filter(Files::exists);
    }

    static Keycloak start(Place place, int port, Path distribution) throws IOException, InterruptedException {
        Path home = place.folder().resolve("keycloak-" + VERSION);
        Daemon.run(
                jdk("jar").toString(),
                "--extract",
                "--file",
                distribution.toString(),
                "--dir",
                place.folder().toString());
        Path realm = Files.createDirectories(home.resolve("data/import")).resolve("mail-realm.json");
        String users = users().stream().map(Keycloak::user).collect(Collectors.joining(","));
        Files.writeString(realm, place.filled("keycloak-realm.json", Map.of("users", users)));
        int management = Daemon.freePorts(1).getFirst();
        String environment = "JAVA_HOME=" + System.getProperty("java.home") + " KC_HTTP_MANAGEMENT_PORT=" + management
                + " KC_BOOTSTRAP_ADMIN_USERNAME=" + ADMINISTRATOR + " KC_BOOTSTRAP_ADMIN_PASSWORD=" + PASSWORD
                + " JAVA_OPTS_KC_HEAP='-Xms64m -Xmx512m' JAVA_OPTS_APPEND=-XX:TieredStopAtLevel=1 ";
        Path pid = place.folder().resolve("keycloak.pid");
        String start = environment + "sh " + home.resolve("bin/kc.sh") + " start-dev --import-realm"
                + " --http-host 127.0.0.1 --http-port " + port + " & echo $! > " + pid;
        Daemon daemon = Daemon.start(place.log("keycloak"), start, "kill $(cat " + pid + ")");
        Keycloak keycloak = new Keycloak(port, daemon);
        keycloak.await();
        return keycloak;
    }

    private static Path jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool);
    }

    private static String user(String address) {
        return """
                {"username": "%1$s", "email": "%1$s", "emailVerified": true, "enabled": true, "firstName": "Test",
                 "lastName": "User", "realmRoles": ["default-roles-mail"],
                 "credentials": [{"type": "password", "value": "%2$s", "temporary": false}]}""".formatted(address, PASSWORD);
    }

    private void await() throws IOException, InterruptedException {
        daemon.await(LONGEST_START, port);
        Instant deadline = Instant.now().plus(LONGEST_START);
        HttpRequest discovery = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .build();
        while (http.send(discovery, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("Keycloak did not start");
            }
            // Nothing tells when the realm is there.
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    String issuer() {
        return base() + "/realms/mail";
    }

    /** An access token and a refresh token for a user, got without a browser. */
    JsonObject tokens(String user) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "password");
        form.put("username", user);
        form.put("password", PASSWORD);
        form.put("scope", SCOPES);
        return post("token", form);
    }

    /** Ends the session that a refresh token belongs to, as an administrator would. */
    void revoke(String refreshToken) {
        post("revoke", Map.of("token", refreshToken, "token_type_hint", "refresh_token"));
    }

    /** Ends all sessions of a user, and makes all their tokens worthless, as an administrator would. */
    void revokeAll(String user) {
        Map<String, String> form = Map.of(
                "grant_type", "password", "client_id", "admin-cli", "username", ADMINISTRATOR, "password", PASSWORD);
        String master = base() + "/realms/master/protocol/openid-connect/token";
        String token = "Bearer " + answer(form(master, form)).asJsonObject().getString("access_token");
        String users = base() + "/admin/realms/mail/users";
        HttpRequest find = HttpRequest.newBuilder(URI.create(users + "?exact=true&username=" + user))
                .header("Authorization", token)
                .build();
        String id = answer(find).asJsonArray().getJsonObject(0).getString("id");
        answer(HttpRequest.newBuilder(URI.create(users + "/" + id + "/logout"))
                .header("Authorization", token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private JsonObject post(String endpoint, Map<String, String> form) {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("client_id", CLIENT);
        all.put("client_secret", SECRET);
        return answer(form(issuer() + "/protocol/openid-connect/" + endpoint, all))
                .asJsonObject();
    }

    private static HttpRequest form(String address, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private JsonStructure answer(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.uri() + " answered " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isBlank()
                    ? JsonObject.EMPTY_JSON_OBJECT
                    : Json.createReader(new StringReader(answer.body())).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        daemon.close();
    }
}
