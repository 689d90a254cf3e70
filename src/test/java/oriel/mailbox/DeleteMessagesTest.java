package oriel.mailbox;

import java.util.List;
import org.junit.jupiter.api.Test;
import oriel.fixture.InMemoryMailStore;
import oriel.fixture.Mails;
import oriel.fixture.RecordedEvents;
import oriel.fixture.SignedInAs;
import oriel.mail.AccountId;
import oriel.mail.FolderChanged;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mail.MessagesLeft;
import oriel.mail.Owner;
import oriel.mail.SpecialUse;

import static org.assertj.core.api.Assertions.assertThat;

class DeleteMessagesTest {

    private static final FolderPath TRASH = new FolderPath("Papierkorb");

    private final InMemoryMailStore store = new InMemoryMailStore();
    private final RecordedEvents events = new RecordedEvents();
    private final SpecialFolders specials = new SpecialFolders(store);
    private final MoveMessages move =
            new MoveMessages(store, SignedInAs.ada(), events.of(FolderChanged.class), events.of(MessagesLeft.class));
    private final DeleteMessages delete = new DeleteMessages(
            store, specials, move, SignedInAs.ada(), events.of(FolderChanged.class), events.of(MessagesLeft.class));

    @Test
    void movesIntoTheFolderThatIsForDeletedMessagesWhateverItIsCalled() {
        store.addFolder(TRASH, SpecialUse.TRASH);
        MessageRef message = deliver(FolderPath.INBOX);

        List<MessageRef> now = delete.delete(List.of(message), false);

        assertThat(now).singleElement().extracting(MessageRef::folder).isEqualTo(TRASH);
        assertThat(total(FolderPath.INBOX)).isZero();
        assertThat(total(TRASH)).isOne();
    }

    @Test
    void tellsBothFoldersThatTheyChanged() {
        store.addFolder(TRASH, SpecialUse.TRASH);
        AccountId ada = SignedInAs.ada().id();

        MessageRef message = deliver(FolderPath.INBOX);

        delete.delete(List.of(message), false);

        assertThat(events.fired)
                .containsExactly(
                        new MessagesLeft(ada, List.of(message)),
                        new FolderChanged(ada, FolderPath.INBOX),
                        new FolderChanged(ada, TRASH));
    }

    @Test
    void makesTheFolderWhereThereIsNone() {
        FolderPath made = specials.findOrCreate(SpecialUse.ARCHIVE, Owner.SELF);

        assertThat(made.value()).isEqualTo("Archive");
        assertThat(total(made)).isZero();
    }

    @Test
    void destroysWhatIsDeletedAlreadyOnlyWhenThatWasAgreedTo() {
        store.addFolder(TRASH, SpecialUse.TRASH);
        MessageRef message = deliver(TRASH);
        deliver(TRASH);

        delete.delete(List.of(message), false);
        assertThat(total(TRASH)).isEqualTo(2);
        delete.delete(List.of(message), true);

        assertThat(total(TRASH)).isOne();
    }

    private MessageRef deliver(FolderPath folder) {
        return store.deliver(folder, Mails.plain("<m@oriel.test>", "Minutes", "text"));
    }

    private int total(FolderPath folder) {
        return store.status(folder).messages();
    }
}
