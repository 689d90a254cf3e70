package oriel.index;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.account.IndexConfig;
import oriel.account.IndexedTexts;
import oriel.mail.AccountId;
import oriel.mail.Body;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.MailException;
import oriel.mail.SpecialUse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static oriel.mail.FolderPath.INBOX;

class FolderTextsTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final FolderPath JUNK = new FolderPath("Junk");
    private static final int ENOUGH = 200;

    private final FakeServer server = new FakeServer(INBOX, JUNK);

    @TempDir
    private static Path folder;

    private final Path place = folder.resolve(Long.toString(System.nanoTime()));
    private MessageIndex index = Indexes.in(place);
    private FolderTexts texts;

    @BeforeEach
    void begin() {
        texts = reading(Body::content, IndexedTexts.ALL);
    }

    @AfterEach
    void stop() {
        index.stop();
    }

    private FolderTexts reading(BodyWords words, IndexedTexts wanted) {
        FolderTexts reading = new FolderTexts(ADA, index, server, words, wanted);
        reading.keep(List.of(folder(INBOX, SpecialUse.INBOX), folder(JUNK, SpecialUse.JUNK)));
        return reading;
    }

    private static Folder folder(FolderPath path, SpecialUse use) {
        return new Folder(path, path.value(), 0, use, true, true);
    }

    private void follow(FolderPath followed) {
        FolderFollower follower = new FolderFollower(ADA, index, server, SyncTimes.USUAL, each -> {});
        while (follower.step(followed)) {
            // until it is done
        }
        server.forgetAsked();
    }

    private void readAll() {
        int steps = 0;
        while (texts.step()) {
            assertThat(++steps).isLessThan(ENOUGH);
        }
    }

    private List<Long> found(String words) {
        SearchExpression search = new SearchExpression.Words(SearchExpression.Place.BODY, words, false, false);
        ListQuery query = new ListQuery(List.of(), search, Set.of(), Sort.DATE, false, false);
        return index.list(ADA, query, 0, 500).orElseThrow().rows().stream()
                .map(row -> row.envelope().ref().uid())
                .toList();
    }

    @Test
    void readsTheNewestFirst() {
        server.deliver(INBOX, 120);
        follow(INBOX);

        boolean more = texts.step();

        assertThat(more).isTrue();
        assertThat(server.asked()).containsExactly("texts INBOX 50");
        assertThat(found("text")).hasSize(50).startsWith(120L).endsWith(71L);
        assertThat(found("120")).containsExactly(120L);
    }

    @Test
    void readsEachTextOnce() {
        server.deliver(INBOX, 120);
        follow(INBOX);

        readAll();
        readAll();

        assertThat(server.asked()).containsExactly("texts INBOX 50", "texts INBOX 50", "texts INBOX 20");
        assertThat(found("text")).hasSize(120);
    }

    @Test
    void leavesFoldersAloneThatAreNotKnownAsAWhole() {
        server.deliver(INBOX, 1_000);
        new FolderFollower(ADA, index, server, SyncTimes.USUAL, each -> {}).step(INBOX);
        server.forgetAsked();

        boolean more = texts.step();

        assertThat(more).isFalse();
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void readsNoJunk() {
        server.deliver(JUNK, 3);
        follow(JUNK);

        readAll();

        assertThat(server.asked()).isEmpty();
    }

    @Test
    void readsWhatIsYoungEnoughOnly() {
        server.deliver(INBOX, 10);
        follow(INBOX);
        // The messages are a second apart.
        long months = ChronoUnit.MONTHS.between(
                Instant.ofEpochSecond(1_700_000_000).atZone(ZoneOffset.UTC),
                Instant.now().atZone(ZoneOffset.UTC));

        texts = reading(Body::content, new IndexedTexts((int) months - 1));
        readAll();
        assertThat(server.asked()).isEmpty();
        texts = reading(Body::content, IndexedTexts.NONE);
        readAll();
        assertThat(server.asked()).isEmpty();
        texts = reading(Body::content, new IndexedTexts((int) months + 2));
        readAll();

        assertThat(server.asked()).containsExactly("texts INBOX 10");
    }

    @Test
    void goesAroundAMessageThatBreaksTheCommand() {
        server.deliver(INBOX, 120);
        follow(INBOX);
        server.breakTexts(100L, 3L);

        readAll();

        assertThat(found("text")).hasSize(118).doesNotContain(100L, 3L);
        server.forgetAsked();
        readAll();
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void goesAroundAMessageThatKeepsOthersFromBeingAnswered() {
        server.deliver(INBOX, 120);
        follow(INBOX);
        server.leaveTextsOut(100L, 99L, 3L);

        readAll();

        assertThat(found("text")).hasSize(117).doesNotContain(100L, 99L, 3L);
    }

    @Test
    void doesNotGoOnAskingAServerThatGivesNoTexts() {
        server.deliver(INBOX, 60);
        follow(INBOX);
        server.breakTexts(LongStream.rangeClosed(1, 60).boxed().toArray(Long[]::new));

        readAll();

        assertThat(server.asked("texts")).hasSizeLessThan(40);
        assertThat(index.withoutText(ADA, List.of(INBOX), Instant.EPOCH, 100)).hasSize(50);
    }

    @Test
    void remembersABrokenMessageAfterANewStart() {
        server.deliver(INBOX, 1);
        follow(INBOX);
        server.breakTexts(1L);
        readAll();

        index.stop();
        index = Indexes.in(place);
        texts = reading(Body::content, IndexedTexts.ALL);
        server.forgetAsked();
        readAll();

        assertThat(server.asked()).isEmpty();
    }

    @Test
    void goesOnWhereItStopped() {
        server.deliver(INBOX, 120);
        follow(INBOX);
        texts.step();

        index.stop();
        index = Indexes.in(place);
        texts = reading(Body::content, IndexedTexts.ALL);
        server.forgetAsked();
        readAll();

        assertThat(server.asked()).containsExactly("texts INBOX 50", "texts INBOX 20");
        assertThat(found("text")).hasSize(120);
    }

    @Test
    void readsNothingTwiceThatWasDurableWhenItsProcessWasKilled() throws Exception {
        index.stop();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx200m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName(),
                        place.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int durable = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (durable < 150) {
                durable = Integer.parseInt(out.readLine());
            }
        } finally {
            process.destroyForcibly().waitFor();
        }

        index = Indexes.in(place);
        texts = reading(Body::content, IndexedTexts.ALL);
        server.deliver(INBOX, Reader.MESSAGES);
        readAll();

        assertThat(server.asked().size() * 50).isBetween(1, Reader.MESSAGES - durable);
        assertThat(found("text")).hasSize(500);
        assertThat(index.withoutText(ADA, List.of(INBOX), Instant.EPOCH, 10)).isEmpty();
    }

    /** Reads texts, and says of how many they are durable; a process of its own. */
    static final class Reader {

        static final int MESSAGES = 5_000;

        private Reader() {}

        public static void main(String... place) {
            MessageIndex index = Indexes.in(Path.of(place[0]));
            FakeServer server = new FakeServer(INBOX);
            server.deliver(INBOX, MESSAGES);
            FolderFollower follower = new FolderFollower(ADA, index, server, SyncTimes.USUAL, each -> {});
            while (follower.step(INBOX)) {
                // until it is done
            }
            FolderTexts texts = new FolderTexts(ADA, index, server, Body::content, IndexedTexts.ALL);
            texts.keep(List.of(folder(INBOX, SpecialUse.INBOX)));
            for (int steps = 1; texts.step(); steps++) {
                index.makeDurable();
                System.out.println(steps * 50);
            }
        }
    }

    @Test
    void leavesRoomToWhatListsNeed() {
        server.deliver(INBOX, 3);
        IndexConfig small =
                new IndexConfig(true, place.resolve("small"), 1, Duration.ofMinutes(1), 9, 1, IndexedTexts.ALL);
        index = new MessageIndex(small, FSDirectory::open, System::nanoTime);
        follow(INBOX);
        texts = reading(Body::content, IndexedTexts.ALL);
        index.makeRoom();

        boolean more = texts.step();

        assertThat(more).isFalse();
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void blamesNoMessageForAServerThatIsGone() {
        server.deliver(INBOX, 1);
        follow(INBOX);
        server.failWith(new MailException.ServerUnreachable(null));

        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(MailException.ServerUnreachable.class).isThrownBy(texts::step);
        }

        server.failWith(null);
        readAll();
        assertThat(found("text")).containsExactly(1L);
    }

    @Test
    void leavesAFolderAloneThatIsAnotherOneNow() {
        server.deliver(INBOX, 3);
        follow(INBOX);
        server.recreate(INBOX);

        readAll();

        assertThat(server.asked()).containsExactly("texts INBOX 3");
    }

    @Test
    void readsTheTextOfAMovedMessageAgainAndNoOther() {
        FolderPath other = new FolderPath("Junk");
        server.deliver(INBOX, 30);
        follow(INBOX);
        readAll();
        server.expunge(INBOX, 7);
        server.deliver(other, "Message 7");
        follow(INBOX);
        follow(other);
        texts.keep(List.of(folder(INBOX, SpecialUse.INBOX), folder(other, SpecialUse.NONE)));

        readAll();

        assertThat(server.asked("texts")).containsExactly("texts Junk 1");
        assertThat(new WholeTexts(index).others(ADA, other).orElseThrow()).isEmpty();
    }

    @Test
    void countsATextThatNobodyCanReadAsRead() {
        server.deliver(INBOX, 3);
        follow(INBOX);
        texts = reading(
                body -> {
                    if (body.content().endsWith("2")) {
                        throw new IllegalStateException("no words");
                    }
                    return body.content();
                },
                IndexedTexts.ALL);

        readAll();

        assertThat(server.asked()).containsExactly("texts INBOX 3");
        assertThat(found("text")).containsExactly(3L, 1L);
    }

    @Test
    void leavesAServerAloneThatAsksForIt() {
        server.deliver(INBOX, 1);
        follow(INBOX);
        server.failWith(new MailException.Throttled(Duration.ofSeconds(9), null));

        assertThatExceptionOfType(MailException.Throttled.class).isThrownBy(texts::step);

        assertThat(server.asked()).containsExactly("texts INBOX 1");
    }
}
