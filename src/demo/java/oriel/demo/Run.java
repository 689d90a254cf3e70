package oriel.demo;

import java.util.List;
import java.util.Map;

/** Oriel on this computer for the mail servers that are configured; {@code mvn -Prun}. */
public final class Run {

    private Run() {}

    public static void main(String[] args) {
        Launch.main("run", Run::run);
    }

    private static void run(Launch launch) {
        Options options = launch.options();
        int port = launch.port(options);
        Map<String, String> settings =
                options.only(key -> !key.equals(Launch.PORT) && !key.startsWith(DemoOptions.PREFIX));
        PayaraMicro server = launch.server(port, settings);
        launch.stay(server, List.of("", "  Oriel is at " + server.address(), ""));
    }
}
