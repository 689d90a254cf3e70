package oriel.compose;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.account.Limits;
import oriel.account.SignedOut;
import oriel.mail.AccountId;
import oriel.mail.MailException;
import oriel.outbox.SendSettled;
import oriel.outbox.SendState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UploadsTest {

    static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final AccountId EVE = new AccountId("eve@oriel.test");
    private static final CompositionId ID = CompositionId.create();

    @TempDir
    Path folder;

    @Test
    void keepsWhatItTook() throws IOException {
        Uploads uploads = uploads(100);

        Upload upload = uploads.store(ADA, ID, "../r\u202Eeport.pdf", "Application/PDF; x=y", "", bytes(100));

        assertThat(uploads.list(ADA, ID)).containsExactly(upload);
        assertThat(upload.name()).isEqualTo("report.pdf");
        assertThat(upload.type()).isEqualTo("application/pdf");
        assertThat(upload.file()).hasSize(100);
    }

    @Test
    void refusesTheByteOverTheLimitAndKeepsNothingOfIt() throws IOException {
        Uploads uploads = uploads(100);
        uploads.store(ADA, ID, "a", "text/plain", "", bytes(60));

        assertThatThrownBy(() -> uploads.store(ADA, ID, "b", "text/plain", "", bytes(41)))
                .isInstanceOf(MailException.TooBig.class);

        assertThat(files()).hasSize(1);
        assertThat(uploads.store(ADA, ID, "c", "text/plain", "", bytes(40)).size())
                .isEqualTo(40);
    }

    @Test
    void keepsNothingOfAStreamThatBreaks() {
        Uploads uploads = uploads(1_000_000);
        InputStream breaking = new SequenceInputStream(bytes(200_000), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }
        });

        assertThatThrownBy(() -> uploads.store(ADA, ID, "a", "text/plain", "", breaking))
                .isInstanceOf(IOException.class);

        assertThat(uploads.list(ADA, ID)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void saysSoWhenTheDiskTakesNothing() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("file"));
        Uploads uploads = new Uploads(limits(100, noFolder));

        assertThatThrownBy(() -> uploads.store(ADA, ID, "a", "text/plain", "", bytes(1)))
                .isInstanceOfSatisfying(
                        NotSendable.class, e -> assertThat(e.key()).isEqualTo("compose.noRoom"));
    }

    @Test
    void showsNobodyTheFilesOfOthers() throws IOException {
        Uploads uploads = uploads(100);
        Upload upload = uploads.store(ADA, ID, "a", "text/plain", "", bytes(1));

        uploads.remove(EVE, ID, upload.id());
        uploads.discard(EVE, ID);

        assertThat(uploads.list(EVE, ID)).isEmpty();
        assertThat(uploads.list(ADA, ID)).containsExactly(upload);
    }

    @Test
    void removesOneAndMakesRoom() throws IOException {
        Uploads uploads = uploads(100);
        Upload upload = uploads.store(ADA, ID, "a", "text/plain", "", bytes(100));

        uploads.remove(ADA, ID, upload.id());

        assertThat(files()).isEmpty();
        assertThat(uploads.store(ADA, ID, "b", "text/plain", "", bytes(100)).size())
                .isEqualTo(100);
    }

    @Test
    void removesAllOnceItIsSentAndFiled() throws IOException {
        Uploads uploads = uploads(100);
        uploads.store(ADA, ID, "a", "text/plain", "", bytes(1));

        uploads.settled(new SendSettled(ADA, ID.messageId(ADA), SendState.UNKNOWN));
        assertThat(files()).hasSize(1);

        uploads.settled(new SendSettled(ADA, ID.messageId(ADA), SendState.FILED));
        assertThat(files()).isEmpty();
    }

    @Test
    void removesAllOfWhoIsGone() throws IOException {
        Uploads uploads = uploads(100);
        uploads.store(ADA, ID, "a", "text/plain", "", bytes(1));
        uploads.store(EVE, ID, "a", "text/plain", "", bytes(1));

        uploads.signedOut(new SignedOut(ADA));

        assertThat(uploads.list(ADA, ID)).isEmpty();
        assertThat(files()).hasSize(1);
    }

    @Test
    void removesWhatADeadApplicationLeftAndNothingOfALivingOne() throws IOException {
        Path left = Files.createDirectories(folder.resolve("oriel-uploads-dead/x"));
        Files.createFile(left.resolve("file"));
        Files.createFile(left.resolveSibling("lock"));
        uploads(100).store(ADA, ID, "a", "text/plain", "", bytes(1));

        uploads(100);

        assertThat(left).doesNotExist();
        assertThat(files()).hasSize(1);
    }

    private Uploads uploads(long limit) {
        return new Uploads(limits(limit, folder));
    }

    static Limits limits(long bytes, Path folder) {
        return new Limits(Duration.ofHours(1), Duration.ofHours(12), bytes, folder.toFile());
    }

    private List<Path> files() {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static InputStream bytes(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }
}
