package oriel.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.account.IndexConfig;
import oriel.account.IndexedTexts;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;
import oriel.mail.SyncState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static oriel.index.Mails.mail;

class IndexTroubleTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final FolderPath INBOX = FolderPath.INBOX;

    @TempDir
    Path folder;

    @Test
    void opensWithAllThatWasSyncedAfterItsProcessWasKilled() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long told = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (told < 4) {
                told = Long.parseLong(out.readLine());
            }
        } finally {
            process.destroyForcibly().waitFor();
        }

        MessageIndex index = Indexes.in(folder);
        Known known = index.known(ADA, INBOX);

        long synced = known.position().orElseThrow().uidNext() - 1;
        assertThat(synced).isGreaterThanOrEqualTo(told * Writer.BATCH);
        assertThat(known.uids()).startsWith(LongStream.rangeClosed(1, synced).toArray());
        Listing listing = index.list(ADA, ListQuery.newest(INBOX), known.uids().length - 10, 10)
                .orElseThrow();
        assertThat(listing.rows())
                .extracting(row -> row.envelope())
                .containsExactlyElementsOf(LongStream.iterate(10, uid -> uid > 0, uid -> uid - 1)
                        .mapToObj(uid -> mail(uid).summary().envelope())
                        .toList());
        index.stop();
    }

    /** Indexes for ever, and says which batch is durable. */
    static final class Writer {

        static final int BATCH = 500;

        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            IndexFolder base = IndexFolder.take(Path.of(arguments[0], "index"));
            OpenIndexes open = new OpenIndexes(
                    Indexes.config(Path.of(arguments[0]), true), base, FSDirectory::open, System::nanoTime);
            for (long batch = 0; ; batch++) {
                long first = 1 + batch * BATCH;
                open.use(ADA, true, index -> {
                    index.follow(INBOX);
                    index.add(
                            LongStream.range(first, first + BATCH)
                                    .mapToObj(uid -> mail(uid).summary())
                                    .toList(),
                            true);
                    index.synced(new SyncState(INBOX, Mails.VALIDITY, first + BATCH, 1, 1, 1), false);
                    index.commit();
                    return true;
                });
                System.out.println(batch + 1);
            }
        }
    }

    @Test
    void servesNothingWhileTheDiskIsFullAndGoesOnFromWhatWasDurable() {
        AtomicBoolean full = new AtomicBoolean();
        AtomicLong nanos = new AtomicLong();
        MessageIndex index = new MessageIndex(Indexes.config(folder, true), path -> new Full(path, full), nanos::get);
        index.known(ADA, INBOX);
        index.add(ADA, Stream.of(mail(1)).map(Mails::summary).toList());
        index.synced(ADA, new SyncState(INBOX, Mails.VALIDITY, 2, 1, 1, 1), true);
        index.makeDurable();

        full.set(true);
        assertThatThrownBy(() -> {
                    index.add(ADA, Stream.of(mail(2)).map(Mails::summary).toList());
                    index.known(ADA, INBOX);
                })
                .isInstanceOf(IndexOff.class);
        assertThat(index.list(ADA, ListQuery.newest(INBOX), 0, 50)).isEmpty();

        full.set(false);
        assertThat(index.list(ADA, ListQuery.newest(INBOX), 0, 50)).isEmpty();
        nanos.addAndGet(61_000_000_000L);
        assertThat(index.list(ADA, ListQuery.newest(INBOX), 0, 50).orElseThrow().total())
                .isEqualTo(1);
        assertThatThrownBy(() -> index.synced(ADA, new SyncState(INBOX, Mails.VALIDITY, 3, 2, 2, 2), true))
                .isInstanceOf(IndexOff.class);
        index.stop();
    }

    private static final class Full extends FilterDirectory {

        private final AtomicBoolean full;

        Full(Path path, AtomicBoolean full) throws IOException {
            super(FSDirectory.open(path));
            this.full = full;
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            if (full.get()) {
                throw new IOException("No space left on device");
            }
            return super.createOutput(name, context);
        }
    }

    @Test
    void beginsAnewIfItsFilesAreBroken() throws IOException {
        MessageIndex before = Indexes.in(folder);
        before.add(ADA, Stream.of(mail(1)).map(Mails::summary).toList());
        before.stop();
        files("_").forEach(IndexTroubleTest::halve);

        MessageIndex index = Indexes.in(folder);

        assertThat(index.list(ADA, ListQuery.newest(INBOX), 0, 50)).isEmpty();
        assertThat(index.known(ADA, INBOX).uids()).isEmpty();
        index.add(ADA, Stream.of(mail(2)).map(Mails::summary).toList());
        assertThat(index.list(ADA, ListQuery.newest(INBOX), 0, 50).orElseThrow().total())
                .isEqualTo(1);
        index.stop();
    }

    private static void halve(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void takesAFolderOfItsOwnWhileAnotherOrielRuns() {
        MessageIndex one = Indexes.in(folder);
        MessageIndex other = Indexes.in(folder);
        one.add(ADA, Stream.of(mail(1)).map(Mails::summary).toList());
        other.add(ADA, Stream.of(mail(2)).map(Mails::summary).toList());

        assertThat(one.list(ADA, ListQuery.newest(INBOX), 0, 50).orElseThrow().rows())
                .extracting(row -> row.envelope().ref().uid())
                .containsExactly(1L);
        assertThat(other.list(ADA, ListQuery.newest(INBOX), 0, 50).orElseThrow().rows())
                .extracting(row -> row.envelope().ref().uid())
                .containsExactly(2L);
        one.stop();
        other.stop();
    }

    @Test
    void keepsItsFilesPrivateAndUnderNoAddress() throws IOException {
        MessageIndex index = Indexes.in(folder);
        index.add(ADA, Stream.of(mail(1)).map(Mails::summary).toList());
        index.stop();

        assertThat(Files.getPosixFilePermissions(folder.resolve("index")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(files("")).allSatisfy(file -> assertThat(file.toString()).doesNotContain("ada"));
        assertThat(files("_")).isNotEmpty();
    }

    @Test
    void removesWhatNobodyUsesWhenThereIsTooMuch() throws IOException {
        IndexFolder base = IndexFolder.take(folder.resolve("index"));
        OpenIndexes open = new OpenIndexes(
                new IndexConfig(true, folder, 1, Duration.ofMinutes(1), 9, 1, IndexedTexts.NONE),
                base,
                FSDirectory::open,
                System::nanoTime);
        AccountId bob = new AccountId("bob@oriel.test");
        open.use(ADA, true, index -> true);
        open.close();
        open.use(bob, true, index -> true);

        open.makeRoom();

        assertThat(base.of(ADA)).doesNotExist();
        assertThat(base.of(bob)).exists();
        assertThat(open.full()).isTrue();
        assertThat(open.crowded()).isTrue();
        open.close();
        base.close();
    }

    private List<Path> files(String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("index"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }
}
