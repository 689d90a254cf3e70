package oriel.imap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import oriel.account.Account;
import oriel.mail.FolderPath;

/** Tests of the room behind a relay that listens in and fails on purpose, before GreenMail. */
abstract class BehindRelay {

    static final FolderPath INBOX = FolderPath.INBOX;

    final MailServer server = MailServer.get();
    Relay relay;
    Adapter adapter;
    Account account;

    @BeforeEach
    void connect() throws Exception {
        relay = new Relay(server.port());
        adapter = new Adapter(MailServer.config(relay.port()));
        account = server.newAccount();
    }

    @AfterEach
    void disconnect() throws Exception {
        relay.close();
        adapter.close();
    }
}
