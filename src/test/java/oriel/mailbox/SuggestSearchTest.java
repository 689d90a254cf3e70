package oriel.mailbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.account.IndexConfig;
import oriel.account.IndexedTexts;
import oriel.account.OwnData;
import oriel.fixture.InMemoryMailStore;
import oriel.fixture.SignedInAs;
import oriel.index.Completions;
import oriel.index.MessageIndex;
import oriel.mail.AccountId;
import oriel.mail.Address;
import oriel.mail.Envelope;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mail.Summary;
import oriel.ui.Texts;

import static org.assertj.core.api.Assertions.assertThat;

class SuggestSearchTest {

    @TempDir
    private Path folder;

    private MessageIndex index;
    private SuggestSearch search;

    @BeforeEach
    void fill() {
        index = new MessageIndex(
                new IndexConfig(true, folder, 1L << 30, Duration.ofMinutes(1), 10, 1L << 20, IndexedTexts.NONE));
        index.add(SignedInAs.ada().id(), List.of(message(1, "Grace Hopper", "grace@navy.example")));
        index.add(new AccountId("other@oriel.test"), List.of(message(1, "Grant", "grant@secret.example")));
        InMemoryMailStore store = new InMemoryMailStore();
        store.createFolder(new FolderPath("Great Plans"));
        store.createFolder(new FolderPath("Plain"));
        search = new SuggestSearch(
                new Completions(index),
                new KnownFolders(store),
                new KnownTags(
                        new Completions(index),
                        new OwnTags(new OwnData(folder)),
                        new TagNames(new Texts()),
                        SignedInAs.ada()),
                new TagNames(new Texts()),
                SignedInAs.ada());
    }

    @AfterEach
    void stop() {
        index.stop();
    }

    private static Summary message(long uid, String name, String email) {
        Envelope envelope = new Envelope(
                new MessageRef(FolderPath.INBOX, 1, uid),
                List.of(new Address(name, email)),
                List.of(new Address("Ada", SignedInAs.ada().id().value())),
                "Plans",
                Instant.ofEpochSecond(1_700_000_000),
                100,
                Set.of(),
                Set.of("great"),
                false);
        return new Summary(envelope, List.of(), "", List.of(), List.of());
    }

    private List<String> texts(String typed) {
        return search.suggest(typed).stream().map(Suggestion::text).toList();
    }

    @Test
    void completesOperatorsAndTheirValues() {
        assertThat(texts("lunch fr")).containsExactly("lunch from:");
        assertThat(texts("is:unr")).containsExactly("is:unread ");
        assertThat(texts("-has:")).containsExactly("-has:attachment ", "-has:flag ");
        assertThat(texts("unr")).containsExactly("is:unread ");
        assertThat(texts("larger:5")).containsExactly("larger:5M ");
    }

    @Test
    void completesPeopleOfThisAccountOnly() {
        assertThat(search.suggest("from:gr"))
                .containsExactly(new Suggestion(
                        "from:grace@navy.example ",
                        "from:grace@navy.example",
                        "Grace Hopper <grace@navy.example>",
                        Suggestion.Kind.PERSON));
        assertThat(texts("lunch (hop")).containsExactly("lunch (from:grace@navy.example ");
        assertThat(texts("to:gr")).isEmpty();
    }

    @Test
    void completesFoldersAndTags() {
        assertThat(texts("in:gre")).containsExactly("in:\"Great Plans\" ");
        assertThat(texts("in:\"great p")).containsExactly("in:\"Great Plans\" ");
        assertThat(texts("in:pl")).containsExactly("in:Plain ");
        assertThat(texts("in:inb")).containsExactly("in:inbox ");
        assertThat(texts("tag:g")).containsExactly("tag:great ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "lunch ",
                "(",
                "-",
                "\"",
                "from:grace@navy.example",
                "is:unread",
                "x:y",
                "\u0000",
                "[a-",
                "from:("
            })
    void suggestsNothingWhereNothingIsMissing(String typed) {
        assertThat(texts(typed)).isEmpty();
        assertThat(texts(typed.repeat(2_000))).isEmpty();
    }
}
