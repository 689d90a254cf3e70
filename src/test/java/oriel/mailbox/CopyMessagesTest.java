package oriel.mailbox;

import java.util.List;
import org.junit.jupiter.api.Test;
import oriel.fixture.InMemoryMailStore;
import oriel.fixture.Mails;
import oriel.fixture.RecordedEvents;
import oriel.fixture.SignedInAs;
import oriel.mail.FolderChanged;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mail.MessagesLeft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CopyMessagesTest {

    private static final FolderPath SENT = new FolderPath("Sent");
    private static final FolderPath TRASH = new FolderPath("Trash");

    private final InMemoryMailStore store = new InMemoryMailStore();
    private final RecordedEvents events = new RecordedEvents();
    private final CopyMessages copy = new CopyMessages(store, SignedInAs.ada(), events.of(FolderChanged.class));
    private final DeleteMessages delete = new DeleteMessages(
            store,
            new SpecialFolders(store),
            new MoveMessages(store, SignedInAs.ada(), events.of(FolderChanged.class), events.of(MessagesLeft.class)),
            SignedInAs.ada(),
            events.of(FolderChanged.class),
            events.of(MessagesLeft.class));
    private final UndoCopy undo = new UndoCopy(
            store,
            account -> store,
            delete,
            SignedInAs.ada(),
            events.of(FolderChanged.class),
            events.of(MessagesLeft.class));

    @Test
    void tellsThatTheTargetHasChanged() {
        copy.copy(List.of(deliver("one")), SENT);

        assertThat(events.fired)
                .containsExactly(new FolderChanged(SignedInAs.ada().id(), SENT));
    }

    @Test
    void takesTheCopiesAwayAndLeavesTheOriginals() {
        List<MessageRef> originals = List.of(deliver("one"), deliver("two"));
        List<MessageRef> copies = copy.copy(originals, SENT);

        undo.undo(copies, originals);

        assertThat(total(SENT)).isZero();
        assertThat(total(TRASH)).isZero();
        assertThat(total(FolderPath.INBOX)).isEqualTo(2);
    }

    @Test
    void neverDestroysTheLastOneThereIs() {
        List<MessageRef> originals = List.of(deliver("one"), deliver("two"));
        List<MessageRef> copies = copy.copy(originals, SENT);
        store.delete(List.of(originals.getFirst()));

        undo.undo(copies, originals);

        assertThat(total(SENT)).isZero();
        assertThat(total(TRASH)).isEqualTo(2);
    }

    @Test
    void neverTakesAnOriginalForACopy() {
        List<MessageRef> originals = List.of(deliver("one"));

        assertThatIllegalArgumentException().isThrownBy(() -> undo.undo(originals, originals));

        assertThat(total(FolderPath.INBOX)).isOne();
    }

    private MessageRef deliver(String subject) {
        return store.deliver(FolderPath.INBOX, Mails.plain("<" + subject + "@oriel.test>", subject, "text"));
    }

    private int total(FolderPath folder) {
        return store.status(folder).messages();
    }
}
