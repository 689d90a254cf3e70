package oriel.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;

/** Ports of this computer. */
public final class Ports {

    static final int LAST = 65_535;

    private static final String LOOPBACK = "127.0.0.1";
    private static final int PATIENCE = 300;

    private Ports() {}

    /**
     * Checks that a server can listen there.
     *
     * @param option how another can be chosen, like {@code mvn -Pdemo -Doriel.port}
     * @throws CannotStart if it cannot
     */
    public static int free(int port, String option) {
        if (!isFree(port)) {
            int other = port < LAST ? port + 1 : port - 1;
            throw new CannotStart("Port %d is in use. Choose another: %s=%d".formatted(port, option, other));
        }
        return port;
    }

    /**
     * The port that was asked for, or else the usual one, or else any.
     *
     * @param asked 0 for none
     * @throws CannotStart if the one that was asked for is in use
     */
    public static int choose(int asked, int usual, String option) {
        if (asked > 0) {
            return free(asked, option);
        }
        return isFree(usual) ? usual : any();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(LOOPBACK, port));
        } catch (IOException e) {
            return false;
        }
        return !answersByName(port);
    }

    /** A browser may take another address of localhost first, and find somebody else there. */
    private static boolean answersByName(int port) {
        try {
            return Arrays.stream(InetAddress.getAllByName("localhost"))
                    .filter(address -> !address.getHostAddress().equals(LOOPBACK))
                    .anyMatch(address -> answers(new InetSocketAddress(address, port)));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answers(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, PATIENCE);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int any() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart("No port is free: " + e.getMessage());
        }
    }
}
