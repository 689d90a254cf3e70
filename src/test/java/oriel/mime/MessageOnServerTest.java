package oriel.mime;

import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import oriel.demo.PromptGreenMail;
import oriel.mail.Attachment;
import oriel.mail.Body;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.Message;
import oriel.mail.PartId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Messages that lie on an IMAP server and are fetched piece by piece. */
class MessageOnServerTest {

    private static final String TEXT = """
            From: =?utf-8?q?Gr=C3=A2ce?= <grace@oriel.test>
            To: team: ada@oriel.test, joan@oriel.test;
            Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=
            Message-ID: <1@oriel.test>
            Date: Mon, 01 Jan 2024 10:00:00 +0000
            Content-Type: multipart/mixed; boundary=a

            --a
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <p>Gr=C3=BC=C3=9Fe</p>
            --a
            Content-Type: application/pdf; name="plan.pdf"
            Content-Disposition: attachment; filename="plan.pdf"
            Content-Transfer-Encoding: base64

            aGVsbG8=
            --a--
            """;

    private final PromptGreenMail server =
            new PromptGreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private Store store;
    private Folder inbox;

    @BeforeEach
    void open() throws Exception {
        LenientMime.use();
        server.start();
        server.setUser("ada@oriel.test", "ada", "secret").deliver(Mime.message(TEXT));
        Properties settings = LenientMime.in(new Properties());
        settings.setProperty("mail.imap.peek", "true");
        store = Session.getInstance(settings).getStore("imap");
        store.connect("127.0.0.1", server.imapPort(), "ada", "secret");
        inbox = store.getFolder("INBOX");
        inbox.open(Folder.READ_WRITE);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        server.stop();
    }

    @Test
    void readsTheSameAsFromAStream() throws Exception {
        Message whole = new MessageParser().parse(Mime.message(TEXT), Mime.ROW);

        Message fetched = new MessageParser().parse(prefetched(), Mime.ROW);

        assertThat(fetched.bodies()).containsExactly(Body.html("<p>Grüße</p>")).isEqualTo(whole.bodies());
        assertThat(fetched.attachments()).extracting(Attachment::name).containsExactly("plan.pdf");
        assertThat(fetched.envelope()).isEqualTo(whole.envelope());
        assertThat(new String(
                        MessageParts.find(prefetched(), new PartId("2")).open().readAllBytes()))
                .isEqualTo("hello");
    }

    @Test
    void makesARowWithoutARoundTrip() throws Exception {
        jakarta.mail.Message message = prefetched();
        message.setFlags(new Flags("$Forwarded"), true);
        message.setFlag(Flags.Flag.SEEN, true);
        message = prefetched();
        inbox.close(false);

        // what is not there already would need the folder
        Envelope row = new EnvelopeParser().parse(message, Mime.REF);

        assertThat(row.subject()).isEqualTo("Grüße");
        assertThat(row.from().getFirst().name()).isEqualTo("Grâce");
        assertThat(row.flags()).contains(Flag.SEEN, Flag.FORWARDED);
        assertThat(row.attachments()).isTrue();
        assertThat(row.date()).isAfter(Instant.parse("2024-01-02T00:00:00Z"));
        assertThat(row.size()).isPositive();
    }

    @Test
    void neverShowsHalfAMessageAsWhole() throws Exception {
        jakarta.mail.Message message = prefetched();
        message.getAllHeaders();
        server.stop();

        assertThatThrownBy(() -> new MessageParser().parse(message, Mime.ROW)).isInstanceOf(MessagingException.class);
    }

    private jakarta.mail.Message prefetched() throws MessagingException {
        jakarta.mail.Message[] messages = inbox.getMessages();
        FetchProfile profile = new FetchProfile();
        profile.add(FetchProfile.Item.ENVELOPE);
        profile.add(FetchProfile.Item.CONTENT_INFO);
        profile.add(FetchProfile.Item.FLAGS);
        profile.add(FetchProfile.Item.SIZE);
        profile.add(UIDFolder.FetchProfileItem.UID);
        inbox.fetch(messages, profile);
        return messages[0];
    }
}
