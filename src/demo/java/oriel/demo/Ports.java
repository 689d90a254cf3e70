package oriel.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether a port can be had before anything is started on it. */
final class Ports {

    private Ports() {}

    /** @throws Launch.Mistake with a sentence that names the option to choose another port with */
    static void requireFree(int port, String option) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new Launch.Mistake("Port " + port + " is in use. Choose another one with -D" + option + "="
                    + (port + 1) + ", for example.");
        }
    }
}
