package oriel.demo;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Date;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import oriel.demo.sample.SampleMail;
import oriel.demo.sample.SampleMessage;

/** A mail server for the demo, on loopback, in memory. */
public final class MailServer implements AutoCloseable {

    /** Kept: a logger that nobody holds forgets its level. */
    private static final Logger NOISE = Logger.getLogger("com.icegreen.greenmail");

    private static final String LOOPBACK = "127.0.0.1";

    private final PromptGreenMail server;

    private MailServer(PromptGreenMail server) {
        this.server = server;
    }

    /** Starts it; a port 0 is any. */
    public static MailServer start(int imap, int smtp) {
        NOISE.setLevel(Level.OFF);
        PromptGreenMail server = new QuickGreenMail(new ServerSetup[] {
            new ServerSetup(imap, LOOPBACK, ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(smtp, LOOPBACK, ServerSetup.PROTOCOL_SMTP)
        });
        server.start();
        // Otherwise it makes a user of every address that is written to.
        Postmaster postmaster = new Postmaster(server.getUserManager());
        server.getUserManager().setMessageDeliveryHandler(postmaster::recipient);
        return new MailServer(server);
    }

    public int imapPort() {
        return server.imapPort();
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    /** Adds a user, who signs in with the address. */
    public void addUser(String address, String password) {
        server.setUser(address, address, password);
    }

    /**
     * Puts messages into a user's folders, beside the usual ones.
     *
     * @return how many
     */
    public int fill(String address, List<SampleMessage> messages) {
        SampleMail.FOLDERS.forEach(folder -> folder(address, folder));
        messages.forEach(message -> add(address, message));
        return messages.size();
    }

    /** Puts a message into its folder, which is made if need be; sessions that have it open hear of it. */
    public void add(String address, SampleMessage sample) {
        folder(address, sample.folder()).appendMessage(sample.message(), sample.flags(), Date.from(sample.received()));
    }

    /** A user's folder, levels parted by a slash; made with those above it, if it is not there. */
    private MailFolder folder(String address, String path) {
        GreenMailUser user = server.getUserManager().getUserByEmail(address);
        ImapHostManager host = server.getManagers().getImapHostManager();
        String name = path.replace('/', host.getHierarchyDelimiter());
        try {
            MailFolder folder = host.getFolder(user, name);
            return folder == null ? host.createMailbox(user, name) : folder;
        } catch (FolderException | AuthorizationException e) {
            throw new IllegalStateException("no folder " + path, e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
