package oriel.mailbox;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.account.OwnData;
import oriel.account.SignedOut;
import oriel.fixture.InMemoryMailStore;
import oriel.fixture.Mails;
import oriel.fixture.SignedInAs;
import oriel.html.PlainText;
import oriel.html.Sanitizer;
import oriel.mail.Attachment;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.MessageRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OpenMessageTest {

    private static final String NEWSLETTER = """
            Subject: News
            MIME-Version: 1.0
            Content-Type: multipart/related; boundary=r

            --r
            Content-Type: text/html

            <p onclick="x()">Hello<script>alert(1)</script> <img src="cid:logo@x"> <img src="https://cdn.test/a.png"></p>
            --r
            Content-Type: image/png
            Content-ID: <logo@x>
            Content-Disposition: inline; filename=logo.png

            x
            --r--
            """;

    private final InMemoryMailStore store = new InMemoryMailStore();
    private final OpenedMessages recent = new OpenedMessages();

    @TempDir
    private Path data;

    private RemoteImages images;
    private OpenMessage open;

    @BeforeEach
    void begin() {
        images = new RemoteImages(SignedInAs.ada(), new OwnData(data));
        open = new OpenMessage(store, SignedInAs.ada(), recent, new Sanitizer(), new PlainText(), images);
    }

    @Test
    void makesTheTextHarmlessAndCountsWhatItLeftOut() {
        MessageRef news = deliver(NEWSLETTER.getBytes(StandardCharsets.US_ASCII));

        OpenedMessage opened = open.open(news, false, OpenMessageTest::address);

        assertThat(opened.html()).contains("Hello", "/image/2").doesNotContain("script", "onclick", "cdn.test/a.png");
        assertThat(opened.blocked()).isOne();
        assertThat(opened.blockedHosts()).containsExactly("cdn.test");
        assertThat(opened.rich()).isTrue();
    }

    @Test
    void listsNoImageThatTheTextShowsInPlace() {
        MessageRef news = deliver(NEWSLETTER.getBytes(StandardCharsets.US_ASCII));

        assertThat(open.open(news, false, OpenMessageTest::address).message().listed())
                .isEmpty();
    }

    @Test
    void showsImagesFromElsewhereWhenAllowed() {
        MessageRef news = deliver(NEWSLETTER.getBytes(StandardCharsets.US_ASCII));

        OpenedMessage opened = open.open(news, true, OpenMessageTest::address);

        assertThat(opened.html()).contains("https://cdn.test/a.png");
        assertThat(opened.blocked()).isZero();
    }

    @Test
    void showsImagesOfASenderWhoWasAllowedTo() {
        MessageRef news =
                deliver(("From: The News <Editor@News.test>\n" + NEWSLETTER).getBytes(StandardCharsets.US_ASCII));

        images.choose(RemoteImages.Whom.DOMAIN, "joan@news.test", true);

        OpenedMessage opened = open.open(news, false, OpenMessageTest::address);
        assertThat(opened.html()).contains("https://cdn.test/a.png");
        assertThat(opened.consent()).isEqualTo(RemoteImages.Consent.DOMAIN);
    }

    @Test
    void namesWhoLearnsThatItWasRead() {
        String pixel = "<img src=\"https://acme.us2.list-manage.com/track/open.php?u=1\" width=1 height=1>";
        MessageRef news = deliver(NEWSLETTER.replace("</p>", pixel + "</p>").getBytes(StandardCharsets.US_ASCII));

        assertThat(open.open(news, false, OpenMessageTest::address).trackers()).containsExactly("Mailchimp");
    }

    @Test
    void changesNothingByOpening() {
        MessageRef minutes = deliver(Mails.plain("<m@x>", "Minutes", "text"));

        open.open(minutes, false, OpenMessageTest::address);

        assertThat(store.page(FolderPath.INBOX, 0, 1).rows().getFirst().flags()).doesNotContain(Flag.SEEN);
    }

    @Test
    void asksTheServerOnceForWhatIsOpenedAgain() {
        MessageRef minutes = deliver(Mails.plain("<m@x>", "Minutes", "text"));
        open.open(minutes, false, OpenMessageTest::address);

        store.failWith(new MailException.ServerUnreachable(null));

        assertThat(open.open(minutes, false, OpenMessageTest::address).html()).contains("text");
    }

    @Test
    void forgetsWhatSomebodyReadWhoSignedOut() {
        MessageRef minutes = deliver(Mails.plain("<m@x>", "Minutes", "text"));
        open.open(minutes, false, OpenMessageTest::address);

        recent.forget(new SignedOut(SignedInAs.ada().id()));
        store.delete(List.of(minutes));

        assertThatThrownBy(() -> open.open(minutes, false, OpenMessageTest::address))
                .isInstanceOf(MailException.MessageGone.class);
    }

    private MessageRef deliver(byte[] source) {
        return store.deliver(FolderPath.INBOX, source);
    }

    private static String address(Attachment image) {
        return "/image/" + image.part();
    }
}
