package oriel.imap;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;
import oriel.account.PublicAddresses;
import oriel.account.UnconnectedSockets;

/**
 * Makes the one socket of one connection and keeps hold of it, so that its patience can be changed and so that it can be
 * cut while somebody waits for an answer; Jakarta Mail offers neither. TLS is laid over this socket by Jakarta Mail.
 */
final class ImapSockets extends UnconnectedSockets {

    private final Patience patience = new Patience();
    private final boolean publicOnly;
    private volatile @Nullable Socket socket;

    /** @param publicOnly whether only public addresses may be connected to */
    ImapSockets(boolean publicOnly) {
        this.publicOnly = publicOnly;
    }

    @Override
    public Socket createSocket() throws SocketException {
        Socket made = new ImpatientSocket(patience, publicOnly);
        // Commands are small and each waits for its answer.
        made.setTcpNoDelay(true);
        socket = made;
        return made;
    }

    /** How long answers are waited for. */
    Patience patience() {
        return patience;
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

    /** Is closed by a timeout: Jakarta Mail would say LOGOUT next and wait for the answer just as long again. */
    private static final class ImpatientSocket extends Socket {

        private final Patience patience;
        private final boolean publicOnly;

        ImpatientSocket(Patience patience, boolean publicOnly) {
            this.patience = patience;
            this.publicOnly = publicOnly;
        }

        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
            if (publicOnly) {
                PublicAddresses.require(address);
            }
            super.connect(address, timeout);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {

                @Override
                public int read() throws IOException {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    long begun = System.nanoTime();
                    int count = 0;
                    try {
                        setSoTimeout(patience.left());
                        count = super.read(bytes, offset, length);
                        return count;
                    } catch (SocketTimeoutException e) {
                        close();
                        throw e;
                    } finally {
                        patience.answered(count, System.nanoTime() - begun);
                    }
                }
            };
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                    patience.asked();
                }
            };
        }
    }
}
