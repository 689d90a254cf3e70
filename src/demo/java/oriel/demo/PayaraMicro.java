package oriel.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Payara Micro with Oriel in it, as a process of its own on loopback. All it writes is inside one folder, which goes when
 * it ends.
 */
public final class PayaraMicro implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
    private static final Duration PROBE = Duration.ofMillis(150);
    private static final Pattern READY = Pattern.compile("Payara Micro .* ready in [0-9,.]+ \\(ms\\)");
    private static final String LISTENER = "set configs.config.server-config.network-config.";
    private static final String HTTP = LISTENER + "protocols.protocol.http-listener.http.";
    private static final List<String> PREBOOT = List.of(
            LISTENER + "network-listeners.network-listener.http-listener.address=127.0.0.1",
            HTTP + "compression=on",
            HTTP + "compression-min-size-bytes=1024",
            HTTP + "compressable-mime-type=text/html,text/css,application/javascript,text/javascript,application/json,"
                    + "image/svg+xml",
            HTTP + "server-header=false");

    private final Process process;
    private final Path folder;
    private final Path log;
    private final URI address;

    private PayaraMicro(Process process, Setup setup) {
        this.process = process;
        this.folder = setup.folder();
        this.log = setup.log();
        this.address = URI.create("http://localhost:" + setup.port() + "/");
    }

    /**
     * What to start.
     *
     * @param java the Java to run it with
     * @param jar Payara Micro's jar
     * @param war the application, packed or not
     * @param port where to listen
     * @param folder a folder of its own; made, and deleted in the end
     * @param log where its output goes
     * @param jvm options of the virtual machine
     * @param settings Oriel's configuration
     */
    public record Setup(
            Path java,
            Path jar,
            Path war,
            int port,
            Path folder,
            Path log,
            List<String> jvm,
            Map<String, String> settings) {}

    /** Starts it; {@link #awaitReady} tells when it answers. */
    public static PayaraMicro start(Setup setup) throws IOException {
        delete(setup.folder());
        Files.createDirectories(setup.folder());
        Path preboot = Files.write(setup.folder().resolve("preboot.txt"), PREBOOT);
        Process process = new ProcessBuilder(command(setup, preboot))
                .redirectErrorStream(true)
                .redirectOutput(setup.log().toFile())
                .start();
        return new PayaraMicro(process, setup);
    }

    private static List<String> command(Setup setup, Path preboot) {
        List<String> command = new ArrayList<>(List.of(setup.java().toString()));
        command.addAll(setup.jvm());
        command.add("-Djava.io.tmpdir=" + setup.folder());
        setup.settings().forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", setup.jar().toString(), "--noHazelcast", "--disablephonehome"));
        command.addAll(List.of("--port", Integer.toString(setup.port()), "--prebootcommandfile", preboot.toString()));
        command.addAll(List.of("--deploy", setup.war().toString(), "--contextroot", "/"));
        return command;
    }

    /** Where it answers. */
    public URI address() {
        return address;
    }

    /** Of its process. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the sign-in page is served; false if the server ended before, runs without Oriel, or took too long. */
    public boolean awaitReady() {
        Instant deadline = Instant.now().plus(LONGEST_START);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest login = HttpRequest.newBuilder(address.resolve("/login"))
                    .timeout(PROBE.multipliedBy(20))
                    .build();
            while (process.isAlive() && Instant.now().isBefore(deadline)) {
                // In this order: Oriel is looked for after the server has said that it is up.
                boolean up = saysReady();
                if (answers(client, login)) {
                    return true;
                }
                if (up) {
                    return false;
                }
                LockSupport.parkNanos(PROBE.toNanos());
            }
        }
        return false;
    }

    /** Payara Micro stays up when it could not deploy what it was given. */
    private boolean saysReady() {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> READY.matcher(line).find());
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for the process to end by itself. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        delete(folder);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            System.err.println("Could not delete " + folder + ": " + e.getMessage());
        }
    }
}
