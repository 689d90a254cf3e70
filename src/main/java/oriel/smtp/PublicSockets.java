package oriel.smtp;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import oriel.account.PublicAddresses;
import oriel.account.UnconnectedSockets;

/** Makes sockets that connect to public addresses only. TLS is laid over them by Jakarta Mail. */
final class PublicSockets extends UnconnectedSockets {

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress address, int timeout) throws IOException {
                PublicAddresses.require(address);
                super.connect(address, timeout);
            }
        };
    }
}
