package oriel.push;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import oriel.mail.AccountId;
import oriel.mail.Flag;
import oriel.mail.FlagsChanged;
import oriel.mail.FolderChanged;
import oriel.mail.FolderPath;
import oriel.mail.FoldersChanged;
import oriel.mail.MailSent;
import oriel.mail.MessageRef;
import oriel.mail.Tag;
import oriel.mail.TagsChanged;

import static org.assertj.core.api.Assertions.assertThat;

class NotifierTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final AccountId GRACE = new AccountId("grace@oriel.test");
    private static final FolderPath PROJECTS = new FolderPath("Projects");

    private record Sent(Map<String, String> message, Set<Listener> listeners) {}

    private final List<Sent> sent = new ArrayList<>();
    private final OpenPages pages = new OpenPages(new Watched().instance());
    private final Notifier notifier =
            new Notifier(pages, (message, listeners) -> sent.add(new Sent(message, listeners)));
    private final Listener ada = Listener.of(ADA);
    private final Listener adaAtHome = Listener.of(ADA);
    private final Listener grace = Listener.of(GRACE);

    NotifierTest() {
        List.of(ada, adaAtHome, grace).forEach(each -> {
            pages.expect(each);
            pages.opened(each);
        });
    }

    @Test
    void tellsAllPagesOfTheAccountAndNobodyElseTheFolder() {
        notifier.folderChanged(new FolderChanged(ADA, PROJECTS));

        assertThat(sent).singleElement().satisfies(told -> {
            assertThat(told.listeners()).containsExactlyInAnyOrder(ada, adaAtHome);
            assertThat(told.message()).containsEntry("folder", "Projects").containsOnlyKeys("folder", "stamp");
        });
    }

    @Test
    void tellsThatThereAreOtherFoldersNow() {
        notifier.foldersChanged(new FoldersChanged(ADA));

        assertThat(sent).singleElement().satisfies(told -> {
            assertThat(told.listeners()).containsExactlyInAnyOrder(ada, adaAtHome);
            assertThat(told.message()).containsOnlyKeys("tree", "stamp");
        });
    }

    @Test
    void stampsEveryChangeAnew() {
        notifier.folderChanged(new FolderChanged(ADA, PROJECTS));
        notifier.folderChanged(new FolderChanged(ADA, PROJECTS));

        assertThat(sent).extracting(told -> told.message().get("stamp")).doesNotHaveDuplicates();
    }

    @Test
    void tellsOfFlagsAndTagsOnceForAFolder() {
        List<MessageRef> messages = List.of(new MessageRef(PROJECTS, 1, 1), new MessageRef(PROJECTS, 1, 2));

        notifier.flagsChanged(new FlagsChanged(ADA, messages, Flag.SEEN, true));
        notifier.tagsChanged(new TagsChanged(ADA, messages, new Tag("Work"), true));

        assertThat(sent)
                .hasSize(2)
                .allSatisfy(told -> assertThat(told.message()).containsEntry("folder", "Projects"));
    }

    @Test
    void tellsOfSentMailWithoutNamingIt() {
        notifier.mailSent(new MailSent(ADA, "<secret@oriel.test>"));

        assertThat(sent)
                .singleElement()
                .satisfies(told ->
                        assertThat(told.message()).containsEntry("use", "sent").containsOnlyKeys("use", "stamp"));
    }

    @Test
    void tellsNothingWhereNoPageIsOpen() {
        pages.closed(grace);

        notifier.folderChanged(new FolderChanged(GRACE, PROJECTS));

        assertThat(sent).isEmpty();
    }
}
