package oriel.demo;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.UUID;

/** The demo's mail server: GreenMail on loopback, with two users who have mail and can write to each other. */
final class MailServer implements AutoCloseable {

    static final String SECOND_USER = "grace@oriel.test";

    private static final String NOBODY = "nobody@oriel.test";

    private final GreenMail server;
    private final Options options;

    private MailServer(GreenMail server, Options options) {
        this.server = server;
        this.options = options;
    }

    static MailServer start(Options options) {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(options.imapPort(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(options.smtpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
        });
        server.start();
        server.setUser(options.user(), options.user(), options.password());
        server.setUser(SECOND_USER, SECOND_USER, options.password());
        server.setUser(NOBODY, NOBODY, UUID.randomUUID().toString());
        deliverToKnownUsersOnly(server.getUserManager());
        return new MailServer(server, options);
    }

    /** GreenMail would make a user of every address that mail is sent to. */
    private static void deliverToKnownUsersOnly(UserManager users) {
        GreenMailUser nobody = users.getUserByEmail(NOBODY);
        users.setMessageDeliveryHandler((message, address) -> {
            GreenMailUser user = users.getUserByEmail(address.getEmail());
            return user == null ? nobody : user;
        });
    }

    void letMailArrive() {}

    @Override
    public void close() {
        server.stop();
    }
}
