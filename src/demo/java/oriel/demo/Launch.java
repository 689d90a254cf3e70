package oriel.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the server, tells where it is, and ends it in every way in which this process or its parent can end. */
final class Launch implements AutoCloseable {

    /** What a launch does; a mistake of the user is told in a sentence and not as a stack trace. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** A mistake that a sentence explains. */
    static final class Mistake extends RuntimeException {
        private static final long serialVersionUID = 1;

        Mistake(String sentence) {
            super(sentence);
        }
    }

    private final Options options;
    private final Path folder;
    private PayaraMicro server;
    private Thread hook;

    Launch(Options options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    static void orExplain(Work work) throws IOException, InterruptedException {
        try {
            work.run();
        } catch (Mistake mistake) {
            System.err.println();
            System.err.println("  " + mistake.getMessage());
            System.err.println();
            System.exit(2);
        }
    }

    /** Starts the server and returns when it answers. */
    void start(Map<String, String> settings) throws IOException {
        Path log = Files.createDirectories(folder).resolve("server.log");
        System.out.println("Starting Oriel, which takes about ten seconds. Its log is " + log + ".");
        Map<String, String> all = new HashMap<>(options.settings());
        all.putAll(settings);
        server = PayaraMicro.start(new PayaraMicro.Setup(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Path.of(System.getProperty("oriel.microJar")),
                Path.of(System.getProperty("oriel.war")),
                options.port(),
                folder.resolve("tmp"),
                log,
                List.of(System.getProperty("oriel.jvm", "").split(" ")),
                all));
        hook = new Thread(server::close);
        Runtime.getRuntime().addShutdownHook(hook);
        // Maven may be killed without a chance to end its children.
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
        if (!server.awaitReady()) {
            throw new Mistake("Oriel did not start; what went wrong stands in " + log + ".");
        }
    }

    void print(String... lines) {
        System.out.println();
        System.out.println("  Oriel is running at  " + server.address());
        for (String line : lines) {
            System.out.println(line);
        }
        System.out.println();
        System.out.println("  Ctrl+C ends it.");
        System.out.println();
    }

    void waitFor() throws InterruptedException {
        int status = server.waitFor();
        System.out.println("Oriel has ended (" + status + ").");
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
