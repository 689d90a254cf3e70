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
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import oriel.mail.Attachment;
import oriel.mail.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Odd and broken messages from other projects' test suites; the folder is named by {@code oriel.corpus}. */
class CorpusMimeTest {

    private static final Path CORPUS = Path.of(System.getProperty("oriel.corpus", "../shared/corpus"), "mime");

    /** These hold headers only, without a subject. */
    private static final Set<String> EMPTY = Set.of(
            "multipartnestedemptypartsnorfc822.msg.eml",
            "testdata__parts__header-only.raw.eml",
            "testdata__parts__missing-closing-param-quote.raw.eml");

    @Test
    void showsSomethingOfEveryMessage() throws Exception {
        if (!Files.isDirectory(CORPUS)) {
            System.err.println("SKIPPED: no messages in " + CORPUS + ", set -Doriel.corpus");
        }
        assumeTrue(Files.isDirectory(CORPUS), "no corpus");

        List<String> wrong = new ArrayList<>();
        for (Path file : messages()) {
            try {
                Assertions.assertTimeout(Duration.ofSeconds(10), () -> check(file));
            } catch (Exception | AssertionError | StackOverflowError e) {
                wrong.add(file.getFileName() + ": " + e);
            }
        }

        assertThat(messages()).hasSizeGreaterThan(400);
        assertThat(wrong).isEmpty();
    }

    private static List<Path> messages() throws Exception {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(each -> each.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
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
