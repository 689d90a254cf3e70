package oriel.compose;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.account.Limits;
import oriel.account.SharedMailboxes;
import oriel.html.PlainText;
import oriel.html.Sanitizer;
import oriel.mail.Attachment;
import oriel.mail.Body;
import oriel.mail.Draft;
import oriel.mail.MailException;
import oriel.mail.Owner;
import oriel.mail.PartId;
import oriel.ui.Texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Replies and forwards from the original to the draft that is sent, with the sanitizer that the application has. */
class StartAnswerTest {

    private static final Regional REGIONAL = new Regional(Locale.ENGLISH, ZoneOffset.UTC);
    private static final Attachment LOGO = new Attachment(new PartId("2"), "logo.png", "image/png", 19, "logo@x", true);
    private static final Attachment REPORT =
            new Attachment(new PartId("3"), "report.pdf", "application/pdf", 19, "", false);
    private static final Attachment BROKEN =
            new Attachment(new PartId("9"), "broken.zip", "application/zip", 19, "", false);

    @TempDir
    Path folder;

    private final OneMessage store = new OneMessage();
    private Uploads uploads;
    private StartReply startReply;
    private StartForward startForward;
    private PrepareDraft prepareDraft;

    @BeforeEach
    void setUp() {
        Limits limits = UploadsTest.limits(1_000, folder);
        Markup markup = new CleanMarkup(new Sanitizer(), new PlainText());
        uploads = new Uploads(limits);
        CarryAlong carryAlong = new CarryAlong(store, uploads);
        Quoting quoting = new Quoting(markup, new Texts());
        startReply = new StartReply(store, quoting, carryAlong);
        startForward = new StartForward(store, quoting, carryAlong);
        prepareDraft = new PrepareDraft(markup, uploads, new Senders(SharedMailboxes.NONE), limits);
    }

    @Test
    void carriesAnImageOfTheQuoteThroughTheEditorToTheWire() {
        store.message = Originals.saying(Body.html("<p>See <img src=\"cid:logo@x\"></p>"), LOGO, REPORT);

        Composition reply = startReply.start(UploadsTest.ADA, Originals.REF, false, REGIONAL);
        Upload image = uploads.list(UploadsTest.ADA, reply.id()).getFirst();
        String shown = "/compose/inline/" + reply.id().value() + "/" + image.contentId();
        Draft draft = prepareDraft.prepare(reply, written(reply.html().replace(shown, "cid:" + image.contentId())));

        assertThat(reply.html()).contains("src=\"" + shown + "\"");
        assertThat(draft.html())
                .contains("src=\"cid:" + image.contentId() + "\"")
                .doesNotContain("/compose/");
        assertThat(draft.attachments()).singleElement().satisfies(file -> {
            assertThat(file.contentId()).isEqualTo(image.contentId());
            assertThat(file.file()).hasContent(OneMessage.CONTENT);
        });
        assertThat(draft.inReplyTo()).isEqualTo("<m@x>");
        assertThat(draft.references()).containsExactly("<m@x>");
    }

    @Test
    void leavesWhatIsHostileOutOfTheQuote() {
        store.message = Originals.saying(
                Body.html("<style>body{display:none}</style><script>x()</script><img src=x onerror=x()>"
                        + "<img src=\"https://tracker.test/p\"><form action=x><b>Hi</b></form>"));

        Composition reply = startReply.start(UploadsTest.ADA, Originals.REF, true, REGIONAL);

        assertThat(reply.html())
                .contains("<b>Hi</b>")
                .doesNotContain("<style", "<script", "onerror", "https:", "<form");
    }

    @Test
    void forwardsTheAttachmentsAndNamesThoseThatBrokeOff() {
        store.message = Originals.saying(Body.plain("At noon"), REPORT, BROKEN);

        Composition forward = startForward.start(UploadsTest.ADA, Originals.REF, REGIONAL);

        assertThat(uploads.list(UploadsTest.ADA, forward.id())).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("report.pdf");
            assertThat(file.file()).hasContent(OneMessage.CONTENT);
        });
        assertThat(forward.missing()).containsExactly("broken.zip");
        assertThat(forward.subject()).isEqualTo("Fwd: Lunch?");
        assertThat(forward.inReplyTo()).isEmpty();
    }

    @Test
    void saysThatTheOriginalIsGone() {
        assertThatThrownBy(() -> startReply.start(UploadsTest.ADA, Originals.REF, false, REGIONAL))
                .isInstanceOf(MailException.MessageGone.class);
    }

    @Test
    void takesUpTheSameNameAndThreadAgain() {
        store.message = Originals.saying(Body.plain("At noon"));
        Composition reply = startReply.start(UploadsTest.ADA, Originals.REF, false, REGIONAL);

        Composition resumed = new ResumeWriting(store)
                .resume(UploadsTest.ADA, reply.id(), Owner.SELF, ComposeKind.REPLY, Originals.REF);

        assertThat(resumed.messageId()).isEqualTo(reply.messageId());
        assertThat(resumed.inReplyTo()).isEqualTo(reply.inReplyTo());
        assertThat(resumed.references()).isEqualTo(reply.references());
    }

    @Test
    void writesOnWhenTheOriginalIsGoneMeanwhile() {
        Composition resumed = new ResumeWriting(store)
                .resume(UploadsTest.ADA, CompositionId.create(), Owner.SELF, ComposeKind.REPLY, Originals.REF);

        assertThat(resumed.references()).isEmpty();
    }

    private static Written written(String html) {
        return new Written("", "grace@oriel.test", "", "", "Re: Lunch?", true, html, List.of());
    }
}
