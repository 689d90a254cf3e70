package oriel.mime;

import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import oriel.fixture.Corpus;
import oriel.mail.Attachment;
import oriel.mail.Message;

import static org.assertj.core.api.Assertions.assertThat;

/** Odd and broken messages from other projects' test suites. */
class CorpusMimeTest {

    /** These hold headers only, without a subject. */
    private static final Set<String> EMPTY = Set.of(
            "multipartnestedemptypartsnorfc822.msg.eml",
            "testdata__parts__header-only.raw.eml",
            "testdata__parts__missing-closing-param-quote.raw.eml");

    @Test
    void showsSomethingOfEveryMessage() throws Exception {
        Corpus.skipIfMissing();

        List<String> wrong = new ArrayList<>();
        for (Path file : Corpus.messages()) {
            try {
                Assertions.assertTimeout(Duration.ofSeconds(10), () -> check(file));
            } catch (Exception | AssertionError | StackOverflowError e) {
                wrong.add(file.getFileName() + ": " + e);
            }
        }

        assertThat(Corpus.messages()).hasSizeGreaterThan(400);
        assertThat(wrong).isEmpty();
    }

    private static void check(Path file) throws Exception {
        MimeMessage message = Mime.message(Files.readAllBytes(file));

        new EnvelopeParser().parse(message, Mime.REF);
        Message parsed = new MessageParser().parse(message, Mime.ROW);

        boolean empty = EMPTY.stream().anyMatch(file.toString()::endsWith);
        assertThat(showsSomething(parsed)).as("shows something").isEqualTo(!empty);
        for (Attachment each : parsed.attachments()) {
            MessageParts.Located located = MessageParts.find(message, each.part());
            assertThat(located.attachment().name()).isEqualTo(each.name());
            try (InputStream in = located.open()) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private static boolean showsSomething(Message parsed) {
        return parsed.bodies().stream().anyMatch(body -> !body.content().isBlank())
                || !parsed.attachments().isEmpty()
                || !parsed.notes().isEmpty()
                || !parsed.envelope().subject().isEmpty();
    }
}
