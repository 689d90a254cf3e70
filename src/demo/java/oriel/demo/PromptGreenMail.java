package oriel.demo;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;

/**
 * GreenMail that sends the lines of an IMAP answer at once. It leaves Nagle's algorithm on and writes line by line, so
 * each answer of several lines waited 40 ms for the client's acknowledgement of the first.
 */
public class PromptGreenMail extends GreenMail {

    public PromptGreenMail(ServerSetup... setups) {
        super(setups);
    }

    /** To be used in place of {@link #getImap()}, which can only tell of GreenMail's own kind of server. */
    public int imapPort() {
        return services.get(ServerSetup.PROTOCOL_IMAP).getPort();
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        Map<String, AbstractServer> created = super.createServices(setups, managers);
        created.computeIfPresent(
                ServerSetup.PROTOCOL_IMAP, (protocol, slow) -> new PromptImapServer(slow.getServerSetup(), managers));
        return created;
    }

    private static final class PromptImapServer extends AbstractServer {

        PromptImapServer(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            try {
                client.setTcpNoDelay(true);
            } catch (SocketException e) {
                throw new UncheckedIOException(e);
            }
            return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), client);
        }
    }
}
