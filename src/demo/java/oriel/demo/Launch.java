package oriel.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Starts Oriel, stays until it ends, and leaves nothing behind: neither a process nor a folder. */
final class Launch {

    /** The option for the port of the pages. */
    static final String PORT = "oriel.port";

    private static final int USUAL_PORT = 8080;

    /** Where Maven finds that the start failed; it would print a stack trace for an exit code. */
    private static final String FAILED = "failed";

    private final String profile;
    private final Path folder;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean ending;

    /** @param profile the Maven profile, for the sentences and for the name of the folder */
    Launch(String profile) {
        this.profile = profile;
        this.folder = Path.of(System.getProperty("launch.folder", "target/" + profile))
                .toAbsolutePath();
    }

    /** Runs the task to its end, tells what went wrong in a sentence, and ends this process. */
    static void main(String profile, Consumer<Launch> task) {
        System.setProperty("java.awt.headless", "true");
        Launch launch = new Launch(profile);
        ParentWatch.start();
        Runtime.getRuntime().addShutdownHook(new Thread(launch::end, "end"));
        try {
            launch.prepare();
            task.accept(launch);
        } catch (CannotStart e) {
            launch.failed(e.getMessage());
        }
        System.exit(1);
    }

    private void prepare() {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(FAILED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void failed(String sentence) {
        System.err.println();
        System.err.println("  " + sentence);
        System.err.println();
        try {
            Files.writeString(folder.resolve(FAILED), sentence);
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }

    /** What was asked for on the command line. */
    Options options() {
        return Options.given(folder.resolve("options.properties"));
    }

    /** The port for the pages, checked to be free. */
    int port(Options options) {
        return Ports.free(options.number(PORT, USUAL_PORT, 1, Ports.LAST), option(PORT));
    }

    /** How an option is given. */
    String option(String key) {
        return "mvn -P" + profile + " -D" + key;
    }

    /** Ends something when this ends; the last first. */
    synchronized <T extends AutoCloseable> T ending(T thing) {
        if (ending) {
            close(thing);
        } else {
            open.push(thing);
        }
        return thing;
    }

    /** Starts the server; its settings are given as system properties. */
    PayaraMicro server(int port, Map<String, String> settings) {
        System.out.println("Starting Oriel ...");
        try {
            return ending(PayaraMicro.start(new PayaraMicro.Setup(
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    Path.of(System.getProperty("payara.microJar")),
                    Path.of(System.getProperty("launch.war")),
                    port,
                    folder.resolve("tmp-" + port),
                    log(port),
                    jvm(),
                    settings)));
        } catch (IOException e) {
            throw new CannotStart("The server cannot be started: " + e.getMessage());
        }
    }

    private static List<String> jvm() {
        return Arrays.stream(System.getProperty("payara.quickStart", "").split("\\s+"))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    private Path log(int port) {
        return folder.resolve(port == USUAL_PORT ? "server.log" : "server-" + port + ".log");
    }

    /** Waits until the pages answer, says so, and waits for the end. */
    void stay(PayaraMicro server, List<String> lines) {
        Path log = log(server.address().getPort());
        if (!server.awaitReady()) {
            throw stopped("did not start", log);
        }
        lines.forEach(System.out::println);
        System.out.println("  The server's log is " + log + ". Ctrl+C ends it all.");
        System.out.println();
        try {
            server.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw stopped("has ended by itself", log);
    }

    /** Why the server is gone; not when this process is ending anyway, for then it was told to. */
    private CannotStart stopped(String what, Path log) {
        synchronized (this) {
            if (!ending) {
                return new CannotStart("Oriel " + what + ". Its log tells why: " + log);
            }
        }
        return awaitEnd();
    }

    private static CannotStart awaitEnd() {
        System.exit(0); // Waits for the shutdown that is under way.
        throw new IllegalStateException("still here");
    }

    private void end() {
        List<AutoCloseable> things;
        synchronized (this) {
            ending = true;
            things = List.copyOf(open);
        }
        things.forEach(Launch::close);
    }

    private static void close(AutoCloseable thing) {
        try {
            thing.close();
        } catch (Exception e) {
            System.err.println("Could not end " + thing.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
}
