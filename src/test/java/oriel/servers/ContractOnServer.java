package oriel.servers;

import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import oriel.account.Account;
import oriel.fixture.SyncStoreContract;
import oriel.imap.Adapter;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MailStore;
import oriel.mail.SyncStore;

/** The contract on a real server, each test with a user of its own. */
@NeedsMailServers
abstract class ContractOnServer extends SyncStoreContract {

    protected final MailServers servers = MailServers.get();
    private Adapter adapter;
    private Store seeding;
    private Account account;

    /** Where the server listens, with TLS. */
    protected abstract int port();

    @Override
    protected MailStore store() throws Exception {
        String user = servers.newUser();
        seeding = Session.getInstance(new Properties()).getStore("imap");
        seeding.connect("127.0.0.1", servers.rich().imap(), user, MailServers.PASSWORD);
        for (String name : List.of("Sent", "Trash")) {
            seeding.getFolder(name).create(Folder.HOLDS_MESSAGES);
        }
        adapter = new Adapter(servers.config(port()));
        account = MailServers.account(user);
        return adapter.signIn(account);
    }

    @AfterEach
    void stop() throws Exception {
        adapter.close();
        seeding.close();
    }

    @Override
    protected SyncStore sync() {
        return adapter.follow(account);
    }

    @Override
    protected void deliver(FolderPath folder, byte[] message, Flag... flags) throws Exception {
        MimeMessage parsed = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
        parsed.setFlags(Adapter.flags(flags), true);
        seeding.getFolder(folder.value()).appendMessages(new MimeMessage[] {parsed});
    }
}
