package oriel.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A real IMAP server of the tests, in one of two dialects; both serve the same mail. */
final class Dovecot implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What the server can, and what its folders are called. */
    enum Dialect {
        /** All that Dovecot has. */
        RICH("Drafts:\\Drafts", "Sent:\\Sent", "Junk:\\Junk", "Trash:\\Trash", "Archive:\\Archive"),
        /** Announces what Outlook.com announces, but would obey more; {@link StrictOutlook} does not. */
        OUTLOOK(
                "Drafts:\\Drafts",
                "Sent:\\Sent",
                "Deleted:\\Trash",
                "Junk:\\Junk",
                "Archive:",
                "Notes:",
                "Outbox:",
                "Calendar:",
                "Contacts:");

        private final List<String> folders;

        Dialect(String... folders) {
            this.folders = List.of(folders);
        }

        private String configuration() {
            return folders.stream().map(Dialect::folder).collect(Collectors.joining());
        }

        private static String folder(String described) {
            String[] words = described.split(":", -1);
            String use = words[1].isEmpty() ? "" : "    special_use = " + words[1] + "\n";
            return "  mailbox \"" + words[0] + "\" {\n" + use + "    auto = create\n  }\n";
        }
    }

    private final AtomicInteger saved = new AtomicInteger();
    private final Place place;
    private final String name;
    private final List<Integer> ports;
    private Daemon daemon;

    private Dovecot(Place place, String name, List<Integer> ports) {
        this.place = place;
        this.name = name;
        this.ports = ports;
    }

    static Dovecot start(Place place, Dialect dialect) throws IOException, InterruptedException {
        List<Integer> ports = Daemon.freePorts(4);
        Dovecot dovecot = new Dovecot(place, dialect == Dialect.RICH ? "rich" : "outlook", ports);
        dovecot.configure(dialect);
        dovecot.start();
        return dovecot;
    }

    private void configure(Dialect dialect) throws IOException {
        Map<String, Object> words = Map.of(
                "base", base(),
                "name", name,
                "protocols", dialect == Dialect.RICH ? "lmtp" : "",
                "uid", Place.MAIL_UID,
                "folders", dialect.configuration(),
                "imap", imap(),
                "imaps", imaps(),
                "lmtp", lmtp(),
                "sasl", sasl());
        place.write(
                "etc/" + name + ".conf",
                place.filled("dovecot.conf", words) + place.filled("dovecot-" + name + ".conf", words));
    }

    /** Starts it, again if it was killed. */
    void start() throws IOException, InterruptedException {
        String doveadm = "doveadm -c " + configuration() + " ";
        // A killed one leaves what keeps the next from starting.
        String clean = "rm -f " + base() + "/master.pid " + base() + "/anvil-auth-penalty; ";
        daemon = Daemon.start(
                place.log(name + "-start"), clean + "exec dovecot -c " + configuration(), doveadm + "stop || true");
        daemon.await(imap(), imaps());
    }

    private Path configuration() {
        return place.folder().resolve("etc/" + name + ".conf");
    }

    private Path base() {
        return place.folder().resolve(name);
    }

    /** Without TLS; the server takes passwords there because both ends are one computer. */
    int imap() {
        return ports.get(0);
    }

    /** With TLS from the first byte. */
    int imaps() {
        return ports.get(1);
    }

    int lmtp() {
        return ports.get(2);
    }

    int sasl() {
        return ports.get(3);
    }

    /** Asks or tells the server something about a user, by its own tool. */
    String doveadm(String... arguments) {
        String[] command = new String[arguments.length + 3];
        command[0] = "doveadm";
        command[1] = "-c";
        command[2] = configuration().toString();
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        return Daemon.run(command);
    }

    /** Puts a message into a user's folder. */
    void save(String user, String folder, byte[] message) throws IOException {
        Path file = Files.write(place.folder().resolve("etc/message-" + saved.incrementAndGet()), message);
        doveadm("save", "-u", user, "-m", folder, file.toString());
        Files.delete(file);
    }

    /** How many connections the user has, as the server counts them. */
    int connections(String user) {
        return Math.toIntExact(doveadm("-f", "tab", "who", "-1", user)
                .lines()
                .skip(1)
                .filter(line -> line.startsWith(user + "\t"))
                .count());
    }

    /** Ends the user's connections with a BYE. */
    void kick(String user) {
        try {
            doveadm("kick", user);
        } catch (IllegalStateException e) {
            // The last one may have gone by itself meanwhile, and ending none is an error to it.
            if (connections(user) > 0) {
                throw e;
            }
        }
    }

    /** Returns once a password is taken: while it reloads, the server may answer that it can't tell just now. */
    void awaitPassword(String user, String password) {
        for (long deadline = System.nanoTime() + PATIENCE.toNanos(); ; ) {
            try {
                doveadm("auth", "test", user, password);
                return;
            } catch (IllegalStateException e) {
                // Asking takes as long as a pause would.
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    /** Freezes all of its processes: connections stay and nothing answers. */
    void freeze() throws IOException {
        Daemon.signal("STOP", pid());
    }

    void thaw() throws IOException {
        Daemon.signal("CONT", pid());
    }

    /** Ends it as a power cut would. */
    void kill() throws IOException {
        Daemon.signal("KILL", pid());
        daemon.close();
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(base().resolve("master.pid")).strip());
    }

    @Override
    public void close() {
        daemon.close();
    }
}
