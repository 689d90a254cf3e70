package oriel.imap;

import org.junit.jupiter.api.AfterEach;
import oriel.account.Account;
import oriel.fixture.SyncStoreContract;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MailStore;
import oriel.mail.SyncStore;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract on a GreenMail that says it can nothing but IMAP4rev1. */
class PoorestServerTest extends SyncStoreContract {

    private final MailServer server = MailServer.get();
    private Relay relay;
    private Adapter adapter;
    private Account account;

    @Override
    protected MailStore store() throws Exception {
        relay = new Relay(server.port());
        relay.answering(line -> line.replaceAll("\\[(COPYUID|APPENDUID|CAPABILITY)[^\\]]*] ?", "")
                .replaceFirst("^(\\* CAPABILITY).*", "$1 IMAP4rev1"));
        adapter = new Adapter(MailServer.config(relay.port()));
        account = server.newAccount();
        return adapter.signIn(account);
    }

    @AfterEach
    void usedNothingThatWasNotAnnounced() throws Exception {
        adapter.close();
        relay.close();
        assertThat(relay.commands())
                .noneMatch(
                        line -> line.matches(
                                "\\S+ (UID (MOVE|EXPUNGE)|EXPUNGE|CLOSE|UNSELECT|IDLE|ENABLE|ID|NAMESPACE|SORT|GETQUOTAROOT)\\b.*"))
                .noneMatch(line -> line.endsWith("+}"));
    }

    @Override
    protected SyncStore sync() {
        return adapter.follow(account);
    }

    @Override
    protected void deliver(FolderPath folder, byte[] message, Flag... flags) throws Exception {
        server.deliver(account, folder, message, flags);
    }

    @Override
    protected boolean tellsWhereItAppends() {
        return false;
    }

    @Override
    protected boolean movesFoldersOutOfFolders() {
        return false;
    }
}
