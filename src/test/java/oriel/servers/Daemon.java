package oriel.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server process that never outlives the tests: a shell holds it, and stops it when its own input ends, which happens
 * also if the tests' virtual machine is killed.
 */
final class Daemon implements AutoCloseable {

    private static final String HOLD = "sh -c \"$1\" < /dev/null || exit 1; cat > /dev/null; sh -c \"$2\" < /dev/null";
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final long LONGEST_STOP_SECONDS = 20;
    private static final int PROBE_MILLIS = 500;

    private final Process holder;
    private final Path log;

    /**
     * @param start a shell command that returns when the server has gone to the background
     * @param stop a shell command that ends it
     */
    private Daemon(Process holder, Path log) {
        this.holder = holder;
        this.log = log;
    }

    static Daemon start(Path log, String start, String stop) throws IOException {
        Process holder = new ProcessBuilder("sh", "-c", HOLD, "sh", start, stop)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new Daemon(holder, log);
    }

    /** Waits until somebody listens on all these ports. */
    void await(int... ports) throws IOException, InterruptedException {
        await(LONGEST_START, ports);
    }

    /** Waits at most so long. */
    void await(Duration longest, int... ports) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(longest);
        for (int port : ports) {
            while (!answers(port)) {
                if (!holder.isAlive() || Instant.now().isAfter(deadline)) {
                    throw new IOException("not started on port " + port + ": " + Files.readString(log));
                }
                // Nothing tells when a port opens.
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            holder.getOutputStream().close();
            if (!holder.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                holder.destroyForcibly();
            }
        } catch (IOException e) {
            holder.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs a command to its end and gives what it says. */
    static String run(String... command) {
        try {
            Path output = Files.createTempFile("oriel", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                int status = process.waitFor();
                String said = Files.readString(output);
                if (status != 0) {
                    throw new IllegalStateException(String.join(" ", command) + " ended with " + status + ": " + said);
                }
                return said;
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a signal, such as {@code STOP}, to a process and all that it started, parents first or last. */
    static void signal(String signal, long pid) {
        List<Long> all = new ArrayList<>(List.of(pid));
        ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .forEach(all::add);
        String[] command = Stream.concat(
                        Stream.of("kill", "-" + signal), all.stream().map(each -> Long.toString(each)))
                .toArray(String[]::new);
        try {
            run(command);
        } catch (IllegalStateException gone) {
            if (Arrays.asList("STOP", "CONT").contains(signal)) {
                throw gone;
            }
        }
    }

    /** Ports that nobody listens on now. */
    static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            sockets.add(socket);
            ports.add(socket.getLocalPort());
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }
}
