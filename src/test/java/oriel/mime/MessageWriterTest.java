package oriel.mime;

import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import oriel.mail.Address;
import oriel.mail.Draft;
import oriel.mail.DraftAttachment;
import oriel.mail.Message;

import static org.assertj.core.api.Assertions.assertThat;

class MessageWriterTest {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Address ADA = new Address("Ada Lovelace", "ada@oriel.test");
    private static final Address GRACE = new Address("Grâce", "grace@oriel.test");
    private static final Address SECRET = new Address("", "secret@oriel.test");

    @Test
    void keepsTheMessageId() throws Exception {
        String wire = wire(false, "", List.of());

        assertThat(wire).contains("Message-ID: <draft-1@oriel.test>\r\n");
    }

    @Test
    void writesBccOnlyForStoring() throws Exception {
        assertThat(wire(false, "", List.of())).doesNotContain("secret@oriel.test");
        assertThat(wire(true, "", List.of())).contains("Bcc: secret@oriel.test");
    }

    @Test
    void readsBackWhatItWrote() throws Exception {
        String wire = wire(false, "<p>Grüße</p>", List.of());

        Message message = new MessageParser().parse(Mime.message(wire.getBytes(StandardCharsets.UTF_8)), Mime.ROW);

        assertThat(message.envelope().from()).containsExactly(ADA);
        assertThat(message.envelope().to()).containsExactly(GRACE);
        assertThat(message.envelope().subject()).isEqualTo("Über alles");
        assertThat(message.bodies().getFirst().content()).isEqualTo("<p>Grüße</p>");
        assertThat(message.references()).containsExactly("<a@x>", "<b@x>");
        assertThat(message.inReplyTo()).isEqualTo("<b@x>");
    }

    private static String wire(boolean storing, String html, List<DraftAttachment> attachments) throws Exception {
        Draft draft = new Draft(
                "<draft-1@oriel.test>",
                ADA,
                List.of(GRACE),
                List.of(),
                List.of(SECRET),
                "Über alles",
                html,
                "Grüße",
                "<b@x>",
                List.of("<a@x>", "<b@x>"),
                attachments);
        MessageWriter writer = new MessageWriter();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        (storing ? writer.writeForStoring(draft, SESSION) : writer.write(draft, SESSION)).writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
