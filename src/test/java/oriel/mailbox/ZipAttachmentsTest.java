package oriel.mailbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.account.OwnData;
import oriel.fixture.InMemoryMailStore;
import oriel.fixture.Mails;
import oriel.fixture.SignedInAs;
import oriel.html.PlainText;
import oriel.html.Sanitizer;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class ZipAttachmentsTest {

    private static final String MESSAGE = """
            Subject: Files
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: text/plain

            See the files.
            --m
            Content-Disposition: attachment; filename="report.txt"

            one
            --m
            Content-Disposition: attachment; filename="Report.TXT"

            two
            --m
            Content-Disposition: attachment; filename="../../etc/passwd"
            Content-Transfer-Encoding: base64

            cm9vdA==
            --m
            Content-Disposition: attachment; filename*=utf-8''%C3%BCber.txt

            three
            --m--
            """;

    private final InMemoryMailStore store = new InMemoryMailStore();

    @TempDir
    private Path data;

    @Test
    void writesAllThatIsListedUnderHarmlessAndDifferentNames() throws IOException {
        MessageRef files = store.deliver(FolderPath.INBOX, Mails.written(MESSAGE));
        OpenMessage open = new OpenMessage(
                store,
                SignedInAs.ada(),
                new OpenedMessages(),
                new Sanitizer(),
                new PlainText(),
                new RemoteImages(SignedInAs.ada(), new OwnData(data)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new ZipAttachments(store, open).write(files, out);

        assertThat(unpacked(out.toByteArray()))
                .containsExactly(
                        entry("report.txt", "one"),
                        entry("Report (2).TXT", "two"),
                        entry("passwd", "root"),
                        entry("über.txt", "three"));
    }

    private static Map<String, String> unpacked(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
