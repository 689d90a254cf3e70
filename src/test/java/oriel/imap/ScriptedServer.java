package oriel.imap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import oriel.fixture.Wire;

/**
 * An IMAP server that holds only numbers of messages, but says what a test wants when a test wants it. Any user may sign
 * in. What is waited for is told by its own threads, so nothing here sleeps.
 */
final class ScriptedServer implements AutoCloseable {
    private static final String USUAL = "IMAP4rev1 UIDPLUS MOVE IDLE UNSELECT SASL-IR AUTH=PLAIN";

    private final ServerSocket listener;
    private final List<Connection> open = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private final Map<String, Integer> messages = new HashMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private String capabilities = USUAL;
    private String greeting = "* OK ready";
    private boolean deaf;
    private Duration drip = Duration.ZERO;
    private final CountDownLatch closed = new CountDownLatch(1);
    private int most;
    private int total;

    ScriptedServer() throws IOException {
        listener = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        Wire.serve(listener, this::serve);
    }

    private void serve(Socket client) {
        try {
            new Connection(client).serve();
        } catch (IOException e) {
            // gone
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    synchronized int most() {
        return most;
    }

    synchronized int total() {
        return total;
    }

    synchronized List<String> commands(String word) {
        return commands.stream().filter(line -> line.contains(word)).toList();
    }

    synchronized void withoutCapability(String word) {
        capabilities = capabilities.replace(" " + word, "");
    }

    /** What the next connections are greeted with; nothing if it is empty. */
    synchronized void greeting(String line) {
        greeting = line;
    }

    /**
     * Answers a command with these lines from now on, and goes away after a BYE.
     *
     * @param lines {@code %t} is the tag
     */
    synchronized void answering(String command, String lines) {
        answers.put(command, lines);
    }

    synchronized void answeringAsUsual(String command) {
        answers.remove(command);
    }

    /** Nothing that comes on the connections there are now is heard from now on. */
    synchronized void deafen() {
        open.forEach(each -> each.deaf = true);
    }

    /** Nothing is heard that comes on new connections. */
    synchronized void deafenNewOnes() {
        deaf = true;
    }

    /** All that is said from now on comes byte by byte. */
    synchronized void drip(Duration everyByte) {
        drip = everyByte;
    }

    /** A message comes in. */
    synchronized void deliver(String folder) {
        messages.merge(folder, 1, Integer::sum);
        say(folder, "* " + messages.get(folder) + " EXISTS");
    }

    /** Says something to whoever listens in a folder. */
    synchronized void say(String folder, String line) {
        for (Connection each : List.copyOf(open)) {
            if (each.idleTag != null && folder.equals(each.folder)) {
                each.write(line);
            }
        }
    }

    /** Says goodbye to everybody. */
    synchronized void goodbye(String words) {
        for (Connection each : List.copyOf(open)) {
            each.write("* BYE " + words);
            each.close();
        }
    }

    /** Cuts all connections without a word. */
    synchronized void cut() {
        List.copyOf(open).forEach(Connection::close);
    }

    synchronized int idling(String folder) {
        return (int) open.stream()
                .filter(each -> each.idleTag != null && folder.equals(each.folder))
                .count();
    }

    synchronized void awaitIdle(String folder) throws InterruptedException, TimeoutException {
        await(() -> idling(folder) > 0);
    }

    synchronized void awaitOpen(int count) throws InterruptedException, TimeoutException {
        await(() -> open.size() == count);
    }

    synchronized void awaitTotal(int count) throws InterruptedException, TimeoutException {
        await(() -> total >= count);
    }

    synchronized void awaitCommands(String word, int count) throws InterruptedException, TimeoutException {
        await(() -> commands(word).size() >= count);
    }

    private void await(BooleanSupplier condition) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new TimeoutException("open: " + open.size() + ", commands: " + commands);
            }
            wait(left);
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        cut();
    }

    private final class Connection {

        private final Socket socket;
        private final Voice voice;
        private String folder = "";
        private String idleTag;
        private boolean deaf;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            voice = new Voice(socket.getOutputStream(), closed);
        }

        void serve() {
            try {
                if (begin()) {
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        hear(line);
                    }
                }
            } catch (IOException e) {
                // gone
            } finally {
                close();
            }
        }

        private boolean begin() {
            synchronized (ScriptedServer.this) {
                open.add(this);
                total++;
                most = Math.max(most, open.size());
                deaf = ScriptedServer.this.deaf;
                ScriptedServer.this.notifyAll();
                if (!greeting.isEmpty()) {
                    write(greeting);
                }
                return !greeting.startsWith("* BYE");
            }
        }

        private void hear(String line) {
            synchronized (ScriptedServer.this) {
                commands.add(line);
                if (!deaf) {
                    obey(line);
                }
                ScriptedServer.this.notifyAll();
            }
        }

        private void obey(String line) {
            if (line.equals("DONE") && idleTag == null) {
                // Too late.
                return;
            }
            if (idleTag != null) {
                write(idleTag + " OK IDLE ended");
                idleTag = null;
                return;
            }
            String[] words = line.split(" ", 3);
            String command = words[1].toUpperCase(Locale.ROOT);
            String answer = answers.get(command);
            if (answer != null) {
                write(answer.replace("%t", words[0]));
                if (answer.contains("* BYE")) {
                    close();
                }
                return;
            }
            String name =
                    words.length < 3 ? "" : words[2].replaceFirst("[ (].*", "").replace("\"", "");
            switch (command) {
                case "CAPABILITY" -> write("* CAPABILITY " + capabilities);
                case "SELECT", "EXAMINE" -> select(name);
                case "STATUS" -> status(name);
                case "LIST" -> write("* LIST () \"/\" INBOX");
                case "NOOP" -> write("* " + messages.getOrDefault(folder, 0) + " EXISTS");
                case "IDLE" -> {
                    idleTag = words[0];
                    write("+ idling");
                    return;
                }
                default -> {
                    // Nothing to tell.
                }
            }
            write(words[0] + " OK done");
            if (command.equals("LOGOUT")) {
                close();
            }
        }

        private void select(String name) {
            folder = name;
            int count = messages.getOrDefault(name, 0);
            write("* " + count
                    + " EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen)\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT "
                    + (count + 1) + "] ok");
        }

        private void status(String name) {
            int count = messages.getOrDefault(name, 0);
            write("* STATUS " + name + " (MESSAGES " + count + " UIDNEXT " + (count + 1) + " UIDVALIDITY 1 UNSEEN "
                    + count + ")");
        }

        private void write(String lines) {
            voice.say(lines, drip);
        }

        private void close() {
            synchronized (ScriptedServer.this) {
                open.remove(this);
                idleTag = null;
                ScriptedServer.this.notifyAll();
            }
            voice.close();
            Wire.close(socket);
        }
    }
}
