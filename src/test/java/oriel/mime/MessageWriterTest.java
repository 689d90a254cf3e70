package oriel.mime;

import jakarta.mail.Session;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.mail.Address;
import oriel.mail.Attachment;
import oriel.mail.Body;
import oriel.mail.Draft;
import oriel.mail.DraftAttachment;
import oriel.mail.Message;
import oriel.mail.PartId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MessageWriterTest {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Address ADA = new Address("Ada Lovelace", "ada@oriel.test");
    private static final Address GRACE = new Address("Grâce, \"H\"", "grace@bücher.test");
    private static final Address SECRET = new Address("", "secret@oriel.test");
    private static final List<String> REFERENCES = List.of("<a@x>", "<b@x>");

    @TempDir
    Path files;

    @Test
    void keepsTheMessageIdAtEveryAttempt() throws Exception {
        Draft draft = draft("", "text", REFERENCES);

        assertThat(wire(draft)).contains("\r\nMessage-ID: <draft-1@oriel.test>\r\n");
        assertThat(wire(draft)).contains("\r\nMessage-ID: <draft-1@oriel.test>\r\n");
    }

    @Test
    void namesHiddenRecipientsOnlyForStoring() throws Exception {
        Draft draft = draft("", "text", REFERENCES);
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        new MessageWriter().writeForStoring(draft, SESSION).writeTo(stored);

        assertThat(wire(draft)).doesNotContain("secret@oriel.test");
        assertThat(stored.toString(StandardCharsets.US_ASCII)).contains("Bcc: secret@oriel.test");
    }

    @Test
    void writesPlainTextAlone() throws Exception {
        String wire = wire(draft("", "Grüße", REFERENCES));

        assertThat(wire).contains("Content-Type: text/plain; charset=UTF-8", "MIME-Version: 1.0", "User-Agent: Oriel");
        assertThat(parse(wire).bodies()).containsExactly(Body.plain("Grüße"));
    }

    @Test
    void readsBackWhatItWrote() throws Exception {
        DraftAttachment image = attachment("logo.png", "image/png", "logo@oriel");
        DraftAttachment file = attachment("Übersicht „2026“.pdf", "application/pdf", "");

        Message message = parse(wire(draft("<img src=\"cid:logo@oriel\">", "text", REFERENCES, image, file)));

        assertThat(message.envelope().from()).containsExactly(ADA);
        assertThat(message.envelope().to()).containsExactly(new Address("Grâce, \"H\"", "grace@xn--bcher-kva.test"));
        assertThat(message.envelope().subject()).isEqualTo("Über alles");
        assertThat(message.references()).isEqualTo(REFERENCES);
        assertThat(message.inReplyTo()).isEqualTo("<b@x>");
        assertThat(message.bodies()).containsExactly(Body.html("<img src=\"cid:logo@oriel\">"));
        assertThat(message.attachments())
                .extracting(Attachment::name)
                .containsExactly("logo.png", "Übersicht „2026“.pdf");
        assertThat(message.attachments()).extracting(Attachment::inline).containsExactly(true, false);
        assertThat(message.notes()).isEmpty();
    }

    @Test
    void keepsEveryByteOfAFile() throws Exception {
        byte[] bytes = new byte[70_000];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) (i * 31));
        Path file = Files.write(files.resolve("all.bin"), bytes);
        DraftAttachment attachment = new DraftAttachment("all.bin", "text/plain", bytes.length, "", file);

        String wire = wire(draft("", "text", REFERENCES, attachment));

        var message = Mime.message(wire.getBytes(StandardCharsets.US_ASCII));
        assertThat(MessageParts.find(message, new PartId("2")).open().readAllBytes())
                .isEqualTo(bytes);
    }

    @Test
    void keepsNamesApartForBothWaysOfReadingThem() throws Exception {
        String name = "Jahresübersicht für alle " + "x".repeat(600) + ".pdf";

        String wire = wire(draft("", "text", REFERENCES, attachment(name, "application/pdf", "")));

        assertThat(wire).contains("name=\"=?UTF-8?B?", "filename*0*=UTF-8''Jahres%C3%BCbersicht");
        assertThat(parse(wire).attachments().getFirst().name())
                .startsWith("Jahresübersicht für alle xxx")
                .endsWith(".pdf");
    }

    @Test
    void writesNoLineThatIsTooLongAndNoByteThatIsNotAscii() throws Exception {
        List<String> many = Collections.nCopies(500, "<some-quite-long-message-id-of-an-old-thread@oriel.test>");
        String name = "ü".repeat(500) + ".pdf";

        String wire =
                wire(draft("<p>" + "ü".repeat(5_000) + "</p>", "x".repeat(5_000), many, attachment(name, "a/b", "")));

        assertThat(wire.split("\r\n")).allMatch(line -> line.length() <= 998);
        assertThat(wire).matches("[\\x20-\\x7e\\t\r\n]*+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x", "a\nb", "a\0"})
    void letsNoLineBreakIntoAHeader(String evil) throws Exception {
        assertThatThrownBy(() -> attachment(evil, "a/b", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> attachment("a", evil, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> attachment("a", "a/b", evil)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> draft("", "", List.of(evil))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesOnlyMediaTypesThatAreSome() throws Exception {
        String wire = wire(draft("", "text", REFERENCES, attachment("a", "text/html; charset=x", "")));

        assertThat(wire).contains("Content-Type: application/octet-stream;").doesNotContain("charset=x");
    }

    private DraftAttachment attachment(String name, String type, String contentId) throws Exception {
        Path file = Files.writeString(files.resolve("file"), "content");
        return new DraftAttachment(name, type, 7, contentId, file);
    }

    private static Draft draft(String html, String text, List<String> references, DraftAttachment... attachments) {
        return new Draft(
                "<draft-1@oriel.test>",
                ADA,
                List.of(GRACE),
                List.of(),
                List.of(SECRET),
                "Über alles",
                html,
                text,
                "<b@x>",
                references,
                List.of(attachments));
    }

    private static String wire(Draft draft) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageWriter().write(draft, SESSION).writeTo(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static Message parse(String wire) throws Exception {
        return new MessageParser().parse(Mime.message(wire.getBytes(StandardCharsets.ISO_8859_1)), Mime.ROW);
    }
}
