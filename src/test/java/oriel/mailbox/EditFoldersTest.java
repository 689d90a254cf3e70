package oriel.mailbox;

import java.util.List;
import org.junit.jupiter.api.Test;
import oriel.fixture.InMemoryMailStore;
import oriel.fixture.Mails;
import oriel.fixture.RecordedEvents;
import oriel.fixture.SignedInAs;
import oriel.mail.Folder;
import oriel.mail.FolderName;
import oriel.mail.FolderPath;
import oriel.mail.FoldersChanged;
import oriel.mail.MailException;
import oriel.mail.Owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EditFoldersTest {

    private static final FolderPath PROJECTS = new FolderPath("Projects");
    private static final FolderPath ORIEL = new FolderPath("Projects/Oriel");
    private static final FolderPath OTHER = new FolderPath("Other");
    private static final FolderPath TRASH = new FolderPath("Trash");

    private final InMemoryMailStore store = new InMemoryMailStore();
    private final RecordedEvents events = new RecordedEvents();
    private final FolderTrees trees = new FolderTrees(store, SignedInAs.ada(), events.of(FoldersChanged.class));
    private final CreateFolder create = new CreateFolder(store, trees);
    private final RenameFolder rename = new RenameFolder(store, trees);
    private final MoveFolder move = new MoveFolder(store, trees);
    private final DeleteFolder delete = new DeleteFolder(store, trees);
    private final ShowFolder show = new ShowFolder(store, trees);

    private void make(FolderPath... paths) {
        List.of(paths).forEach(store::createFolder);
    }

    private List<FolderPath> paths() {
        return store.folders().stream().map(Folder::path).toList();
    }

    private List<FolderPath> hidden() {
        return List.copyOf(trees.hidden(store.folders(), Owner.SELF));
    }

    private static FolderName named(String name) {
        return new FolderName(name);
    }

    @Test
    void makesFoldersAtTheTopAndInFolders() {
        FolderPath top = create.create(Owner.SELF, named("Projects"));
        FolderPath inner = create.create(top, named("Oriel"));

        assertThat(paths()).contains(PROJECTS, ORIEL);
        assertThat(inner).isEqualTo(ORIEL);
    }

    @Test
    void makesNoFolderTwice() {
        make(PROJECTS);

        assertThatExceptionOfType(MailException.FolderRefused.class)
                .isThrownBy(() -> create.create(Owner.SELF, named("Projects")))
                .satisfies(told -> assertThat(told.key()).endsWith("EXISTS"));
        assertThatExceptionOfType(MailException.FolderRefused.class)
                .isThrownBy(() -> create.create(Owner.SELF, named("inbox")));
        assertThat(events.fired).isEmpty();
    }

    @Test
    void tellsThatTheTreeChangedAtEachEdit() {
        create.create(Owner.SELF, named("Projects"));
        rename.rename(PROJECTS, named("Work"));
        show.show(new FolderPath("Work"), false);
        delete.delete(new FolderPath("Work"));

        assertThat(events.fired)
                .hasSize(4)
                .containsOnly(new FoldersChanged(SignedInAs.ada().id()));
    }

    @Test
    void renamesAFolderWhereItIs() {
        make(PROJECTS, ORIEL);

        FolderPath renamed = rename.rename(ORIEL, named("Bay"));

        assertThat(renamed.value()).isEqualTo("Projects/Bay");
        assertThat(paths()).contains(PROJECTS, renamed).doesNotContain(ORIEL);
    }

    @Test
    void movesAFolderIntoAnotherAndToTheTop() {
        make(PROJECTS, ORIEL, OTHER);

        FolderPath moved = move.move(ORIEL, OTHER);
        assertThat(moved.value()).isEqualTo("Other/Oriel");
        FolderPath top = move.move(moved);

        assertThat(top.value()).isEqualTo("Oriel");
        assertThat(paths()).contains(top).doesNotContain(ORIEL, moved);
    }

    @Test
    void leavesWhatTheMailboxReliesOn() {
        FolderPath inside = new FolderPath("Trash/Old");
        make(inside, OTHER);

        for (FolderPath needed : List.of(FolderPath.INBOX, TRASH)) {
            assertThatExceptionOfType(MailException.FolderRefused.class).isThrownBy(() -> delete.delete(needed));
            assertThatExceptionOfType(MailException.FolderRefused.class)
                    .isThrownBy(() -> rename.rename(needed, named("x")));
            assertThatExceptionOfType(MailException.FolderRefused.class).isThrownBy(() -> move.move(needed, OTHER));
        }
        assertThat(paths()).contains(FolderPath.INBOX, TRASH, inside);
    }

    @Test
    void deletesAFolderWithAllThatLiesInIt() {
        make(PROJECTS, ORIEL, new FolderPath("Projects/Oriel/Design"), new FolderPath("Projects2"), OTHER);
        store.deliver(ORIEL, Mails.plain("<a@oriel.test>", "a", "x"));

        delete.delete(PROJECTS);

        assertThat(paths())
                .contains(OTHER, new FolderPath("Projects2"))
                .noneMatch(path -> path.value().matches("Projects(/.*)?"));
    }

    @Test
    void saysThatTheFolderIsGone() {
        assertThatExceptionOfType(MailException.FolderGone.class).isThrownBy(() -> delete.delete(OTHER));
        assertThatExceptionOfType(MailException.FolderGone.class).isThrownBy(() -> rename.rename(OTHER, named("x")));
        assertThatExceptionOfType(MailException.FolderGone.class).isThrownBy(() -> show.show(OTHER, false));
    }

    @Test
    void hidesOnlyTheFolderThatIsToBeHiddenWhereSubscriptionsWereOfNoUse() {
        make(PROJECTS, ORIEL, OTHER);
        store.subscribe(TRASH, true);
        assertThat(hidden()).isEmpty();

        show.show(OTHER, false);

        assertThat(hidden()).containsExactly(OTHER);
        assertThat(store.subscriptions(Owner.SELF))
                .contains(PROJECTS, ORIEL, FolderPath.INBOX)
                .doesNotContain(OTHER);
    }

    @Test
    void hidesTheOnlyFolderToo() {
        make(OTHER);

        show.show(OTHER, false);
        assertThat(hidden()).containsExactly(OTHER);
        show.show(OTHER, true);

        assertThat(hidden()).isEmpty();
    }

    @Test
    void heedsWhatOtherMailProgramsAreSubscribedTo() {
        make(PROJECTS, OTHER);
        store.subscribe(PROJECTS, true);

        assertThat(hidden()).containsExactly(OTHER);
    }

    @Test
    void showsWhatItMakesAndHidesNothingByThat() {
        make(OTHER);

        create.create(Owner.SELF, named("Projects"));
        assertThat(hidden()).isEmpty();
        show.show(OTHER, false);
        FolderPath another = create.create(Owner.SELF, named("Another"));

        assertThat(hidden()).containsExactly(OTHER).doesNotContain(another);
    }
}
