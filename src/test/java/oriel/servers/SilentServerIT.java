package oriel.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import oriel.fixture.OrielServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole application before two mail servers, one of which accepts connections and never says a word. */
@NeedsMailServers
@Timeout(180)
class SilentServerIT {

    private static final int MANY = 50;
    private static final Pattern HIDDEN =
            Pattern.compile("<input [^>]*?type=\"hidden\" name=\"([^\"]+)\"[^>]*? value=\"([^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("<form [^>]*?action=\"([^\";]+)");

    private final MailServers servers = MailServers.get();
    private final ConcurrentLinkedQueue<Socket> held = new ConcurrentLinkedQueue<>();
    private final HttpClient browser = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private ServerSocket silent;
    private OrielServer oriel;

    @BeforeEach
    void start() throws Exception {
        silent = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        Thread.startVirtualThread(this::accept);
        String rich = Integer.toString(servers.rich().imap());
        String submission = Integer.toString(servers.postfix().submission());
        oriel = OrielServer.start(
                "silent",
                List.of(),
                Map.ofEntries(
                        Map.entry("oriel.imap.host", "127.0.0.1"),
                        Map.entry("oriel.imap.port", rich),
                        Map.entry("oriel.imap.tls", "none"),
                        Map.entry("oriel.smtp.host", "127.0.0.1"),
                        Map.entry("oriel.smtp.port", submission),
                        Map.entry("oriel.smtp.tls", "none"),
                        Map.entry("oriel.servers", "silent"),
                        Map.entry("oriel.server.silent.domains", "silent.test"),
                        Map.entry("oriel.server.silent.imap.host", "127.0.0.1"),
                        Map.entry("oriel.server.silent.imap.port", Integer.toString(silent.getLocalPort())),
                        Map.entry("oriel.server.silent.imap.tls", "none"),
                        Map.entry("oriel.server.silent.smtp.host", "127.0.0.1"),
                        Map.entry("oriel.server.silent.smtp.port", submission),
                        Map.entry("oriel.server.silent.smtp.tls", "none")));
    }

    @AfterEach
    void stop() throws IOException {
        oriel.close();
        silent.close();
        for (Socket each : held) {
            each.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                held.add(silent.accept());
            }
        } catch (IOException e) {
            // closed
        }
    }

    @Test
    void fiftySignInsThatWaitKeepNobodyElseWaiting() throws Exception {
        assertThat(signIn(servers.newUser()).get().statusCode()).isBetween(300, 303);
        long begun = System.nanoTime();
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();

        for (int i = 0; i < MANY; i++) {
            waiting.add(signIn("user" + i + "@silent.test"));
        }
        awaitHeld();
        long others = System.nanoTime();
        HttpResponse<String> other = signIn(servers.newUser()).get(10, TimeUnit.SECONDS);

        assertThat(other.statusCode()).isBetween(300, 303);
        assertThat(since(others)).isLessThan(Duration.ofSeconds(4));
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        for (CompletableFuture<HttpResponse<String>> each : waiting) {
            assertThat(each.get().body()).contains("be reached");
        }
        assertThat(since(begun)).isLessThan(Duration.ofSeconds(25));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void awaitHeld() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
        while (held.size() < MANY && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(held).hasSize(MANY);
    }

    /** Fills in the sign-in page. */
    private CompletableFuture<HttpResponse<String>> signIn(String user) throws Exception {
        HttpResponse<String> page = browser.send(
                HttpRequest.newBuilder(URI.create(oriel.address() + "/login")).build(),
                HttpResponse.BodyHandlers.ofString());
        String cookies = page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .collect(Collectors.joining("; "));
        Matcher action = ACTION.matcher(page.body());
        assertThat(action.find()).as(page.body()).isTrue();
        StringBuilder form = new StringBuilder("login%3Asubmit=Sign+in");
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            add(form, hidden.group(1), hidden.group(2));
        }
        add(form, "login:address", user);
        add(form, "login:password", MailServers.PASSWORD);
        return browser.sendAsync(
                HttpRequest.newBuilder(URI.create(oriel.address() + action.group(1)))
                        .header("Cookie", cookies)
                        .header("Origin", oriel.address())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void add(StringBuilder form, String name, String value) {
        form.append('&')
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
