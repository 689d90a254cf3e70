package oriel.imap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the one socket of one connection and keeps hold of it, so that its patience can be changed and so that it can be
 * cut while somebody waits for an answer; Jakarta Mail offers neither. TLS is laid over this socket by Jakarta Mail.
 */
final class ImapSockets extends SocketFactory {

    private volatile @Nullable Socket socket;

    @Override
    public Socket createSocket() throws SocketException {
        Socket made = new ImpatientSocket();
        // Commands are small and each waits for its answer.
        made.setTcpNoDelay(true);
        socket = made;
        return made;
    }

    /** Sets how long an answer may take from now on. */
    void patience(Duration time) throws SocketException {
        Socket current = socket;
        if (current != null) {
            current.setSoTimeout((int) time.toMillis());
        }
    }

    /** Cuts the connection without a word; whoever waits for an answer gets an exception at once. */
    void cut() {
        Socket current = socket;
        if (current == null) {
            return;
        }
        try {
            current.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("made unconnected only");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("made unconnected only");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("made unconnected only");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("made unconnected only");
    }

    /** Is closed by a timeout: Jakarta Mail would say LOGOUT next and wait for the answer just as long again. */
    private static final class ImpatientSocket extends Socket {

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {

                @Override
                public int read() throws IOException {
                    try {
                        return super.read();
                    } catch (SocketTimeoutException e) {
                        throw closedBy(e);
                    }
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    try {
                        return super.read(bytes, offset, length);
                    } catch (SocketTimeoutException e) {
                        throw closedBy(e);
                    }
                }
            };
        }

        private SocketTimeoutException closedBy(SocketTimeoutException timeout) throws IOException {
            close();
            return timeout;
        }
    }
}
