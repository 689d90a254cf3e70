package oriel.account;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** A factory of sockets that somebody else connects, as Jakarta Mail does with a timeout; it makes them in no other way. */
public abstract class UnconnectedSockets extends SocketFactory {

    @Override
    public final Socket createSocket(String host, int port) {
        throw connected();
    }

    @Override
    public final Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw connected();
    }

    @Override
    public final Socket createSocket(InetAddress host, int port) {
        throw connected();
    }

    @Override
    public final Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw connected();
    }

    private static UnsupportedOperationException connected() {
        return new UnsupportedOperationException("made unconnected only");
    }
}
