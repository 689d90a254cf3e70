package oriel.servers;

import com.microsoft.playwright.BrowserContext;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oriel.fixture.OrielServer;

/** Oriel as it is shipped, before the rich Dovecot, asked as its pages ask and measured from outside. */
final class BenchedOriel {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<BrowserContext, String> cookies = new HashMap<>();
    private final OrielServer oriel;
    private final Path index;

    BenchedOriel(MailServers servers) throws IOException {
        index = Files.createTempDirectory("oriel-bench-index");
        oriel = OrielOnServers.start(
                "bench",
                servers,
                Map.of(
                        "oriel.imap.port", Integer.toString(servers.rich().imaps()),
                        "oriel.index.directory", index.toString(),
                        // Read in the background, texts would be measured with everything else.
                        "oriel.index.text", "off"));
    }

    String address() {
        return oriel.address();
    }

    /** Fifty rows of the inbox, or of what the parameters say. */
    JsonObject rows(BrowserContext browser, String parameters) throws IOException, InterruptedException {
        String folder = parameters.contains("&folder=") ? "" : "&folder=INBOX";
        String answer = get(browser, "/mailbox/rows?limit=50" + folder + parameters);
        try (var reader = Json.createReader(new StringReader(answer))) {
            return reader.readObject();
        }
    }

    String get(BrowserContext browser, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(oriel.address() + path))
                        .header("Cookie", cookies.computeIfAbsent(browser, this::cookies))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Asked for once: that takes longer than many an answer of Oriel's. */
    private String cookies(BrowserContext browser) {
        return browser.cookies(oriel.address()).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    /** Another session has begun. */
    void forgetCookies() {
        cookies.clear();
    }

    /** Bytes that all indexes take on disk. */
    long onDisk() throws IOException {
        try (Stream<Path> files = Files.walk(index)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Milliseconds of processor time that it has taken since it was started. */
    double cpu() {
        return ProcessHandle.of(oriel.pid())
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElseThrow()
                        .toNanos()
                / 1e6;
    }

    /** Bytes of objects that are in use, by class, after the garbage was collected. */
    Map<String, Long> heap() throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, Long.toString(oriel.pid()), "GC.class_histogram").start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.strip().split(" +"))
                .filter(line -> line.length > 3 && line[0].endsWith(":") && line[2].matches("\\d+"))
                .collect(Collectors.toMap(line -> line[3], line -> Long.valueOf(line[2]), Long::sum));
    }
}
