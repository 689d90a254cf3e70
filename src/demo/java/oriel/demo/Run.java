package oriel.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** {@code mvn -Prun}: Oriel against the configured mail servers, on this computer only. */
public final class Run {

    private Run() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Launch.orExplain(() -> {
            Options options = Options.read();
            Ports.requireFree(options.port(), "oriel.port");
            try (Launch launch = new Launch(options, Path.of("target", "run"))) {
                launch.start(Map.of());
                launch.print("", "  Sign in with the address and password of your mail account.");
                launch.waitFor();
            }
        });
    }
}
