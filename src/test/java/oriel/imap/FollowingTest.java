package oriel.imap;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import oriel.account.Account;
import oriel.account.SharedMailboxes;
import oriel.fixture.Mails;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.Owner;
import oriel.mail.SyncState;
import oriel.mail.SyncStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How the index follows mailboxes beside those who use them. */
@Timeout(60)
class FollowingTest extends BehindRelay {

    private static final FolderPath SENT = new FolderPath("Sent");
    private static final Owner SUPPORT = new Owner("support@oriel.test");

    @BeforeEach
    void deliver() throws Exception {
        server.deliver(account, INBOX, Mails.plain("<a@oriel.test>", "hello", "Hello."));
    }

    private static void follow(SyncStore sync, FolderPath folder) {
        SyncState state = sync.state(folder);
        long[] uids = sync.uids(folder, state.uidValidity());
        sync.summaries(folder, state.uidValidity(), uids);
        sync.marks(folder, state.uidValidity(), 1, state.uidNext(), -1);
        sync.texts(folder, state.uidValidity(), uids, 100);
    }

    @Test
    void leavesFoldersOpenThatPeopleHaveOpen() {
        MailStore store = adapter.signIn(account);
        SyncStore sync = adapter.follow(account);
        store.page(INBOX, 0, 10);

        follow(sync, SENT);
        store.page(INBOX, 0, 10);
        follow(sync, INBOX);
        store.page(INBOX, 0, 10);
        follow(sync, SENT);
        store.page(INBOX, 0, 10);

        assertThat(relay.total()).isEqualTo(2);
        assertThat(relay.commands("SELECT INBOX")).hasSize(2);
    }

    @Test
    void goesOnAfterItsConnectionWasCut() throws Exception {
        adapter.signIn(account);
        SyncStore sync = adapter.follow(account);
        follow(sync, INBOX);

        relay.cut();
        relay.awaitOpen(0);
        follow(sync, INBOX);

        assertThat(sync.state(INBOX).messages()).isOne();
    }

    @Test
    void endsWithTheLastSession() {
        adapter.signIn(account);
        SyncStore sync = adapter.follow(account);
        sync.state(INBOX);

        adapter.signOut(account);

        assertThatExceptionOfType(MailException.LoginRefused.class).isThrownBy(() -> sync.state(INBOX));
    }

    @Test
    void followsTheFoldersOfWhoeverOwnsThem() throws Exception {
        Account support = server.newAccount();
        server.deliver(support, INBOX, Mails.plain("<b@oriel.test>", "help", "Please."));
        adapter.signIn(account);
        adapter.signIn(support);
        SyncStore sync =
                new RoutedSyncStore(owner -> adapter.pools.followed(owner.isSelf() ? account.id() : support.id()));
        FolderPath shared = INBOX.of(SUPPORT);
        SyncState state = sync.state(shared);
        long[] uids = sync.uids(shared, state.uidValidity());

        assertThat(state.folder()).isEqualTo(shared);
        assertThat(sync.summaries(shared, state.uidValidity(), uids))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.envelope().subject()).isEqualTo("help");
                    assertThat(row.envelope().ref().folder()).isEqualTo(shared);
                });
        assertThat(sync.marks(shared, state.uidValidity(), 1, uids[0], -1)).hasSize(1);
        assertThat(sync.texts(shared, state.uidValidity(), uids, 10)).hasSize(1);
    }

    @Test
    void followsNoMailboxThatIsNotOffered() {
        adapter.signIn(account);
        SyncStore sync = adapter.following(new SharedMailboxes(Map.of("@oriel.test", List.of())))
                .of(account.id());

        assertThat(sync.state(INBOX).messages()).isOne();
        assertThatExceptionOfType(MailException.FolderGone.class).isThrownBy(() -> sync.state(INBOX.of(SUPPORT)));
    }
}
