package oriel.imap;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.account.Account;
import oriel.fixture.Mails;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;
import oriel.mail.Owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Two mailboxes of a GreenMail as one person sees them: one is theirs, the other is shared. */
class RoutedMailStoreTest {

    private static final Owner SUPPORT = new Owner("support@oriel.test");
    private static final FolderPath SHARED_INBOX = FolderPath.INBOX.of(SUPPORT);

    private static final MailServer SERVER = MailServer.get();
    private static Adapter adapter;

    @TempDir
    private Path folder;

    private Account ada;
    private Account support;
    private MailStore store;

    @BeforeAll
    static void start() {
        adapter = new Adapter(MailServer.config(SERVER.port()));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        adapter.close();
    }

    @BeforeEach
    void signIn() throws Exception {
        ada = SERVER.newAccount();
        support = SERVER.newAccount();
        adapter.signIn(ada);
        adapter.signIn(support);
        Map<Owner, ImapMailStore> mailboxes =
                Map.of(Owner.SELF, adapter.pools.own(ada.id()), SUPPORT, adapter.pools.own(support.id()));
        store = new RoutedMailStore(
                owner -> {
                    if (!mailboxes.containsKey(owner)) {
                        throw new MailException.FolderGone(null);
                    }
                    return mailboxes.get(owner);
                },
                new TransferMessages(folder));
    }

    @Test
    void listsTheFoldersOfEachByItself() {
        assertThat(store.folders()).extracting(each -> each.path().owner()).containsOnly(Owner.SELF);
        assertThat(store.folders(SUPPORT))
                .extracting(Folder::path)
                .extracting(FolderPath::text)
                .contains("//support@oriel.test/INBOX", "//support@oriel.test/Trash");
    }

    @Test
    void namesWhatIsInASharedFolderByItsOwner() throws Exception {
        SERVER.deliver(support, FolderPath.INBOX, Mails.plain("<1@oriel.test>", "Help", "please"));

        Envelope row = store.page(SHARED_INBOX, 0, 10).rows().getFirst();

        assertThat(row.ref().folder()).isEqualTo(SHARED_INBOX);
        assertThat(store.message(row.ref()).ref()).isEqualTo(row.ref());
        assertThat(store.position(row.ref())).isZero();
        assertThat(store.status(SHARED_INBOX).messages()).isEqualTo(1);
        assertThat(store.find(SHARED_INBOX, "<1@oriel.test>")).contains(row.ref());
        assertThat(store.page(FolderPath.INBOX, 0, 10).rows()).isEmpty();
    }

    @Test
    void marksMovesAndDeletesWithinTheSharedMailbox() throws Exception {
        SERVER.deliver(support, FolderPath.INBOX, Mails.plain("<1@oriel.test>", "Help", "please"));
        MessageRef ref = store.find(SHARED_INBOX, "<1@oriel.test>").orElseThrow();
        FolderPath trash = new FolderPath(SUPPORT, "Trash");

        store.flag(List.of(ref), Flag.SEEN, true);
        List<MessageRef> moved = store.move(List.of(ref), trash);
        boolean seen = !store.page(trash, 0, 10).rows().getFirst().unread();
        store.delete(moved);

        assertThat(seen).isTrue();
        assertThat(moved).extracting(MessageRef::folder).containsExactly(trash);
        assertThat(store.status(trash).messages()).isZero();
        assertThat(store.status(SHARED_INBOX).messages()).isZero();
    }

    @Test
    void carriesMessagesAcrossWithTheirBytesFlagsAndDates() throws Exception {
        byte[] message = Mails.withAttachment("<1@oriel.test>", "Help", new byte[] {1, 2, 3});
        SERVER.deliver(support, FolderPath.INBOX, message, Flag.SEEN, Flag.FLAGGED);
        Envelope before = store.page(SHARED_INBOX, 0, 10).rows().getFirst();
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        store.source(before.ref(), source);

        List<MessageRef> moved = store.move(List.of(before.ref()), FolderPath.INBOX);

        Envelope after = store.page(FolderPath.INBOX, 0, 10).rows().getFirst();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        store.source(after.ref(), copy);
        assertThat(moved).containsExactly(after.ref());
        assertThat(copy.toByteArray()).isEqualTo(source.toByteArray());
        assertThat(after.flags()).isEqualTo(before.flags()).containsAll(Set.of(Flag.SEEN, Flag.FLAGGED));
        assertThat(after.date()).isEqualTo(before.date());
        assertThat(store.status(SHARED_INBOX).messages()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesAMessageWhereItIsIfItCannotBePutElsewhere() throws Exception {
        SERVER.deliver(ada, FolderPath.INBOX, Mails.plain("<1@oriel.test>", "Help", "please"));
        MessageRef ref = store.find(FolderPath.INBOX, "<1@oriel.test>").orElseThrow();

        assertThatExceptionOfType(MailException.class)
                .isThrownBy(() -> store.move(List.of(ref), new FolderPath(SUPPORT, "No such folder")));

        assertThat(store.find(FolderPath.INBOX, "<1@oriel.test>")).contains(ref);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void knowsNoOwnerWhoIsNotOffered() throws Exception {
        SERVER.deliver(ada, FolderPath.INBOX, Mails.plain("<1@oriel.test>", "Help", "please"));
        MessageRef ref = store.find(FolderPath.INBOX, "<1@oriel.test>").orElseThrow();
        Owner boss = new Owner("boss@oriel.test");

        assertThatExceptionOfType(MailException.FolderGone.class).isThrownBy(() -> store.folders(boss));
        assertThatExceptionOfType(MailException.FolderGone.class)
                .isThrownBy(() -> store.page(FolderPath.INBOX.of(boss), 0, 10));
        assertThatExceptionOfType(MailException.FolderGone.class).isThrownBy(() -> store.message(ref.of(boss)));
        assertThatExceptionOfType(MailException.FolderGone.class)
                .isThrownBy(() -> store.move(List.of(ref), FolderPath.INBOX.of(boss)));
        assertThat(store.find(FolderPath.INBOX, "<1@oriel.test>")).contains(ref);
    }
}
