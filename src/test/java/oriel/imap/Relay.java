package oriel.imap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import oriel.fixture.Wire;

/**
 * Stands between Oriel and a server, line by line: counts connections and commands, and fails on purpose. What it waits
 * for it is told by its own pumps, so it never sleeps.
 */
public final class Relay implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> open = new HashSet<>();
    private final List<String> commands = new ArrayList<>();
    private UnaryOperator<String> answers = UnaryOperator.identity();
    private int most;
    private int total;
    private int continued;
    private long cutAfter = Long.MAX_VALUE;
    private String cutBefore = "";
    private Set<Socket> stopped = Set.of();

    public Relay(int target) throws IOException {
        this.target = target;
        listener = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
        Wire.serve(listener, this::connect);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** The most connections there were at a time; one that the server has said goodbye on has ended. */
    public synchronized int most() {
        return most;
    }

    /** How many connections there were altogether. */
    public synchronized int total() {
        return total;
    }

    /** The lines that came from Oriel. */
    public synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    /** The lines that came from Oriel and hold a word. */
    public List<String> commands(String word) {
        return commands().stream().filter(line -> line.contains(word)).toList();
    }

    /** Rewrites the lines that the server sends. */
    public synchronized void answering(UnaryOperator<String> change) {
        answers = change;
    }

    /** Cuts all connections now. */
    public synchronized void cut() {
        open.forEach(Wire::close);
    }

    /** Cuts the connection that answers once this many more bytes have come from the server. */
    public synchronized void cutAfter(long bytes) {
        cutAfter = bytes;
    }

    /** Cuts the connection that a line with this word comes on next, and does not pass the line on. */
    synchronized void cutBefore(String word) {
        cutBefore = word;
    }

    /** Lets nothing more through on the connections there are now. */
    public synchronized void freeze() {
        stopped = Set.copyOf(open);
    }

    /** Waits until as many connections are open. */
    public synchronized void awaitOpen(int count) throws InterruptedException, TimeoutException {
        await(() -> open.size() == count);
    }

    /** Waits until a line with this word has come from Oriel. */
    public synchronized void awaitCommand(String word) throws InterruptedException, TimeoutException {
        await(() -> commands.stream().anyMatch(line -> line.contains(word)));
    }

    /** Waits until as many lines with this word have come from Oriel. */
    public synchronized void awaitCommands(String word, int count) throws InterruptedException, TimeoutException {
        await(() -> commands(word).size() >= count);
    }

    /** Waits until the server has asked for more this often, as it does when it begins to idle. */
    public synchronized void awaitContinuations(int count) throws InterruptedException, TimeoutException {
        await(() -> continued >= count);
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

    private void connect(Socket client) {
        try {
            Socket server = new Socket("127.0.0.1", target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            opened(client);
            Thread.startVirtualThread(() -> pump(client, client, server, true));
            Thread.startVirtualThread(() -> pump(client, server, client, false));
        } catch (IOException e) {
            // The server is down: so is what stands before it.
            Wire.close(client);
        }
    }

    private synchronized void opened(Socket client) {
        open.add(client);
        total++;
        most = Math.max(most, open.size());
        notifyAll();
    }

    private synchronized void closed(Socket client) {
        open.remove(client);
        notifyAll();
    }

    private void pump(Socket client, Socket from, Socket to, boolean fromClient) {
        try (from;
                to) {
            InputStream in = new BufferedInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            for (byte[] line = Wire.line(in); line.length > 0; line = Wire.line(in)) {
                byte[] passed = fromClient ? heard(line) : answered(client, line);
                synchronized (this) {
                    while (stopped.contains(client)) {
                        wait();
                    }
                }
                if (fromClient && isCutBefore(passed)) {
                    return;
                }
                out.write(passed);
                out.flush();
                if (!fromClient && isCut(passed.length)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            // closed
        } finally {
            closed(client);
        }
    }

    private synchronized byte[] heard(byte[] line) {
        commands.add(new String(line, StandardCharsets.ISO_8859_1).strip());
        notifyAll();
        return line;
    }

    private synchronized byte[] answered(Socket client, byte[] line) {
        String changed = answers.apply(new String(line, StandardCharsets.ISO_8859_1));
        if (changed.startsWith("* BYE")) {
            // It has ended, even if the sockets are closed only after Oriel has opened the next one.
            closed(client);
        }
        if (changed.startsWith("+")) {
            continued++;
            notifyAll();
        }
        byte[] bytes = changed.getBytes(StandardCharsets.ISO_8859_1);
        return cutAfter < bytes.length ? Arrays.copyOf(bytes, (int) cutAfter) : bytes;
    }

    private synchronized boolean isCutBefore(byte[] line) {
        boolean cut = !cutBefore.isEmpty() && new String(line, StandardCharsets.ISO_8859_1).contains(cutBefore);
        cutBefore = cut ? "" : cutBefore;
        return cut;
    }

    private synchronized boolean isCut(int bytes) {
        if (cutAfter == Long.MAX_VALUE) {
            return false;
        }
        cutAfter -= bytes;
        if (cutAfter > 0) {
            return false;
        }
        cutAfter = Long.MAX_VALUE;
        return true;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        synchronized (this) {
            stopped = Set.of();
            notifyAll();
        }
        cut();
    }
}
