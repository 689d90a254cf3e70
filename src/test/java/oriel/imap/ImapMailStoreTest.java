package oriel.imap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import oriel.account.Account;
import oriel.fixture.SyncStoreContract;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MailStore;
import oriel.mail.SyncStore;

/** The contract on GreenMail. */
class ImapMailStoreTest extends SyncStoreContract {

    private static final MailServer SERVER = MailServer.get();
    private static Adapter adapter;
    private Account account;

    @BeforeAll
    static void start() {
        adapter = new Adapter(MailServer.config(SERVER.port()));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        adapter.close();
    }

    @Override
    protected MailStore store() throws Exception {
        account = SERVER.newAccount();
        return adapter.signIn(account);
    }

    @Override
    protected SyncStore sync() {
        return adapter.follow(account);
    }

    @Override
    protected void deliver(FolderPath folder, byte[] message, Flag... flags) throws Exception {
        SERVER.deliver(account, folder, message, flags);
    }

    @Override
    protected boolean movesFoldersOutOfFolders() {
        return false;
    }
}
