package oriel.compose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.account.Limits;
import oriel.account.SharedMailboxes;
import oriel.mail.Address;
import oriel.mail.Draft;
import oriel.mail.DraftAttachment;
import oriel.mail.Owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PrepareDraftTest {

    private static final Owner SUPPORT = new Owner("support@oriel.test");
    private static final SharedMailboxes SHARED = new SharedMailboxes(Map.of("@oriel.test", List.of(SUPPORT)));

    @TempDir
    Path folder;

    private Uploads uploads;
    private PrepareDraft prepareDraft;

    @BeforeEach
    void setUp() {
        Limits limits = UploadsTest.limits(1_000, folder);
        uploads = new Uploads(limits);
        prepareDraft = new PrepareDraft(new PlainMarkup(), uploads, new Senders(SHARED), limits);
    }

    @Test
    void cleansTheHtmlAndPutsPlainTextBeside() {
        Draft draft = prepareDraft.prepare(composition(ComposeKind.NEW), rich("<p>Hi</p><script>x</script>"));

        assertThat(draft.html()).isEqualTo("<p>Hi</p>");
        assertThat(draft.text()).isEqualTo("Hi");
        assertThat(draft.from()).isEqualTo(new Address("", "ada@oriel.test"));
    }

    @Test
    void keepsTheMessageIdAtEveryAttempt() {
        Composition composition = composition(ComposeKind.NEW);

        Draft first = prepareDraft.prepare(composition, rich("one"));
        Draft second = prepareDraft.prepare(composition, rich("two"));

        assertThat(first.messageId()).isEqualTo(second.messageId()).matches("<[0-9a-f-]{36}@oriel\\.test>");
    }

    @Test
    void sendsPlainTextAsItIs() {
        Draft draft = prepareDraft.prepare(
                composition(ComposeKind.NEW), new Written("", "a@x.test", "", "", "", false, "<b> & such", List.of()));

        assertThat(draft.html()).isEmpty();
        assertThat(draft.text()).isEqualTo("<b> & such");
    }

    @Test
    void namesEachRecipientThatIsNone() {
        Written written = new Written("", "a@x.test, nonsense", "also bad", "", "", true, "", List.of());

        assertThatThrownBy(() -> prepareDraft.prepare(composition(ComposeKind.NEW), written))
                .isInstanceOfSatisfying(NotSendable.class, e -> {
                    assertThat(e.key()).isEqualTo("compose.invalidRecipients");
                    assertThat(e.arguments()).containsExactly(2, "nonsense, also bad");
                });
    }

    @Test
    void sendsNothingWithoutTheFilesThatTheWriterSees() {
        Written written = new Written("", "a@x.test", "", "", "", true, "", List.of("gone"));

        assertThatThrownBy(() -> prepareDraft.prepare(composition(ComposeKind.NEW), written))
                .hasMessage("compose.filesMissing");
    }

    @Test
    void wantsSomebodyToSendTo() {
        Written written = new Written("", " ,; ", "", "", "", true, "", List.of());

        assertThatThrownBy(() -> prepareDraft.prepare(composition(ComposeKind.NEW), written))
                .hasMessage("compose.noRecipients");
    }

    @Test
    void sendsInlineImagesOnlyWhileTheTextShowsThem() throws IOException {
        Composition composition = composition(ComposeKind.REPLY);
        uploads.store(UploadsTest.ADA, composition.id(), "in.png", "image/png", "img1", UploadsTest.bytes(1));
        uploads.store(UploadsTest.ADA, composition.id(), "file.txt", "text/plain", "", UploadsTest.bytes(1));

        Draft shown = prepareDraft.prepare(composition, rich("<img src=\"cid:img1\">"));
        Draft gone = prepareDraft.prepare(composition, rich("no more"));

        assertThat(shown.attachments()).extracting(DraftAttachment::name).containsExactly("in.png", "file.txt");
        assertThat(gone.attachments()).extracting(DraftAttachment::name).containsExactly("file.txt");
    }

    @Test
    void forwardsInlineImagesAsFilesInPlainText() throws IOException {
        Composition composition = composition(ComposeKind.FORWARD);
        uploads.store(UploadsTest.ADA, composition.id(), "in.png", "image/png", "img1", UploadsTest.bytes(1));

        Draft draft = prepareDraft.prepare(composition, new Written("", "a@x.test", "", "", "", false, "x", List.of()));

        assertThat(draft.attachments())
                .singleElement()
                .satisfies(file -> assertThat(file.contentId()).isEmpty());
    }

    private static Written rich(String body) {
        return new Written("", "grace@oriel.test", "", "", "Hi", true, body, List.of());
    }

    @Test
    void writesAsTheSharedMailboxThatIsLookedAt() {
        Draft draft = prepareDraft.prepare(composition(ComposeKind.NEW, SUPPORT), written(""));

        assertThat(draft.from().email()).isEqualTo("support@oriel.test");
    }

    @Test
    void writesAsWhomTheWriterChooses() {
        Draft shared = prepareDraft.prepare(composition(ComposeKind.NEW), written("Support@Oriel.test"));
        Draft own = prepareDraft.prepare(composition(ComposeKind.NEW, SUPPORT), written(UploadsTest.ADA.value()));

        assertThat(shared.from().email()).isEqualTo("support@oriel.test");
        assertThat(own.from().email()).isEqualTo(UploadsTest.ADA.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"boss@oriel.test", "support", "support@oriel.test, boss@oriel.test"})
    void refusesToWriteAsAnybodyElse(String from) {
        assertThatThrownBy(() -> prepareDraft.prepare(composition(ComposeKind.NEW), written(from)))
                .isInstanceOfSatisfying(
                        NotSendable.class, not -> assertThat(not.key()).isEqualTo("compose.notYourAddress"));
    }

    @Test
    void refusesToAnswerForAMailboxThatIsNoLongerOffered() {
        Composition composition = composition(ComposeKind.NEW, new Owner("boss@oriel.test"));

        assertThatThrownBy(() -> prepareDraft.prepare(composition, written(""))).isInstanceOf(NotSendable.class);
    }

    private static Written written(String from) {
        return new Written(from, "grace@oriel.test", "", "", "Hi", false, "x", List.of());
    }

    private static Composition composition(ComposeKind kind) {
        return composition(kind, Owner.SELF);
    }

    private static Composition composition(ComposeKind kind, Owner owner) {
        return new Composition(
                CompositionId.create(),
                UploadsTest.ADA,
                owner,
                kind,
                null,
                List.of(),
                List.of(),
                "",
                "",
                "",
                "",
                List.of(),
                List.of());
    }
}
