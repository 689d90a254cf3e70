package oriel.servers;

import java.nio.file.Path;
import java.time.Duration;
import oriel.account.Account;
import oriel.account.IndexConfig;
import oriel.account.IndexedTexts;
import oriel.account.SharedMailboxes;
import oriel.account.SignedInAccounts;
import oriel.account.SignedOut;
import oriel.fixture.RecordedEvents;
import oriel.html.PlainText;
import oriel.imap.Adapter;
import oriel.index.FolderSync;
import oriel.index.MessageIndex;
import oriel.mail.ListChanged;
import oriel.mail.MailStore;
import oriel.mailbox.ReadableText;

/** An account that is signed in, and an index of its own that follows it. */
final class FollowedAccount implements AutoCloseable {

    private final RecordedEvents events = new RecordedEvents();
    final MessageIndex index;
    final FolderSync sync;
    final MailStore store;
    private final Account account;
    private final Adapter adapter;

    /** @param folder where the index lies */
    FollowedAccount(MailServers servers, int port, Account account, Path folder, IndexedTexts texts) {
        this.account = account;
        IndexConfig config = new IndexConfig(true, folder, 1L << 30, Duration.ofMinutes(10), 10, 1L << 20, texts);
        SignedInAccounts signedIn = new SignedInAccounts(events.of(SignedOut.class));
        signedIn.signedIn(account);
        adapter = new Adapter(servers.config(port));
        store = adapter.signIn(account);
        index = new MessageIndex(config);
        sync = new FolderSync(
                index,
                adapter.following(SharedMailboxes.NONE),
                id -> store,
                signedIn,
                events.of(ListChanged.class),
                new ReadableText(new PlainText()),
                config);
    }

    @Override
    public void close() throws InterruptedException {
        adapter.signOut(account);
        adapter.close();
        index.stop();
    }
}
