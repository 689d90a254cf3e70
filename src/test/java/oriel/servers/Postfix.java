package oriel.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real submission server of the tests, which delivers to {@link Dovecot}. */
final class Postfix implements AutoCloseable {

    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(30);

    private final String configuration;
    private final List<Integer> ports;
    private final Daemon daemon;

    private Postfix(String configuration, List<Integer> ports, Daemon daemon) {
        this.configuration = configuration;
        this.ports = ports;
        this.daemon = daemon;
    }

    static Postfix start(Place place, Dovecot dovecot) throws IOException, InterruptedException {
        List<Integer> ports = Daemon.freePorts(2);
        Map<String, Object> words = Map.of(
                "base", place.folder().resolve("postfix"),
                "lmtp", dovecot.lmtp(),
                "sasl", dovecot.sasl(),
                "submission", ports.get(0),
                "smtps", ports.get(1));
        place.write("postfix/conf/main.cf", place.filled("postfix-main.cf", words));
        place.write("postfix/conf/master.cf", place.filled("postfix-master.cf", words));
        Path folder = place.folder().resolve("postfix");
        Daemon.run("chown", "postfix", folder.resolve("data").toString());
        String configuration = folder.resolve("conf").toString();
        String postfix = "postfix -c " + configuration + " ";
        Daemon daemon = Daemon.start(place.log("postfix-start"), postfix + "start", postfix + "stop");
        daemon.await(ports.get(0), ports.get(1));
        return new Postfix(configuration, ports, daemon);
    }

    /** With STARTTLS, which is required. */
    int submission() {
        return ports.get(0);
    }

    /** With TLS from the first byte. */
    int smtps() {
        return ports.get(1);
    }

    /** Ends its processes, and with them all they know, in good order. */
    void reload() {
        Daemon.run("postfix", "-c", configuration, "reload");
    }

    /** Waits until all that was accepted lies in its mailboxes. */
    void awaitDelivery() throws InterruptedException {
        Instant deadline = Instant.now().plus(LONGEST_DELIVERY);
        while (!Daemon.run("postqueue", "-c", configuration, "-p").contains("queue is empty")) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("mail stays in the queue");
            }
            // Nothing tells when a queue gets empty.
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Override
    public void close() {
        daemon.close();
    }
}
