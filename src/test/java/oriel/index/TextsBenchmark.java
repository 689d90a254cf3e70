package oriel.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;
import oriel.mail.Summary;
import oriel.mail.SyncState;

/** Prints what indexed texts cost, and searches for own tags: {@code java oriel.index.TextsBenchmark 100000}. No test. */
final class TextsBenchmark {

    private static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final int VOCABULARY = 60_000;
    private static final int RUNS = 41;

    /** Words of a text: an ordinary mail has about as many. */
    private static final int SHORTEST = 20;

    private static final int LONGEST = 300;

    private final Random random = new Random(3);
    private final Path folder;
    private final MessageIndex index;
    private final int count;

    private TextsBenchmark(int count) throws IOException {
        this.count = count;
        folder = Files.createTempDirectory("oriel-texts");
        index = Indexes.in(folder);
    }

    public static void main(String[] arguments) throws IOException {
        new TextsBenchmark(Integer.parseInt(arguments[0])).run();
    }

    private void run() throws IOException {
        long begun = System.nanoTime();
        heads();
        System.out.printf("heads: %.0f messages/s%n", count / seconds(begun));
        measure("without texts");
        begun = System.nanoTime();
        texts();
        System.out.printf("texts: %.0f messages/s%n", count / seconds(begun));
        measure("with texts");
        index.stop();
        IndexFolder.delete(folder);
    }

    private void heads() {
        index.known(ADA, FolderPath.INBOX);
        for (int from = count; from > 0; from -= 500) {
            List<Summary> batch = new ArrayList<>();
            for (int uid = from; uid > Math.max(0, from - 500); uid--) {
                batch.add(Mails.mail(uid).subject(words(6)).summary());
            }
            index.add(ADA, batch);
        }
        index.synced(ADA, new SyncState(FolderPath.INBOX, Mails.VALIDITY, count + 1, count, 1, 1), true);
    }

    private void texts() {
        for (int from = count; from > 0; from -= 50) {
            Map<Long, ReadText> batch = new HashMap<>();
            for (long uid = from; uid > Math.max(0, from - 50); uid--) {
                batch.put(uid, ReadText.whole(words(random.nextInt(SHORTEST, LONGEST))));
            }
            index.text(ADA, FolderPath.INBOX, Mails.VALIDITY, batch);
        }
    }

    /** Frequent words are as much more frequent than others as in any language. */
    private String words(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> word((int) Math.exp(random.nextDouble() * Math.log(VOCABULARY))))
                .collect(Collectors.joining(" "));
    }

    private static String word(int rank) {
        return Integer.toString(rank * 7_919 % 1_000_003, 26).replaceAll("\\d", "o") + Integer.toString(rank, 36);
    }

    private void measure(String name) throws IOException {
        index.makeDurable();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            System.out.printf(
                    "%s: %d bytes a message, heap %d KiB%n",
                    name, bytes / count, (runtime.totalMemory() - runtime.freeMemory()) >> 10);
        }
        for (int rank : new int[] {1, 100, 10_000}) {
            time(name + ", a word of rank " + rank, word(rank));
        }
        time(name + ", a word that begins so", word(100).substring(0, 2));
        time(name + ", two words", word(20) + " " + word(100));
        time(name + ", in quotes", "\"" + word(20) + " " + word(10) + "\"");
        Set<String> tagged = IntStream.range(1, count / 2)
                .mapToObj(each -> "<" + each + "@oriel.test>")
                .collect(Collectors.toUnmodifiableSet());
        time(name + ", own tag of half of all", new SearchExpression.Named(tagged));
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            new WholeTexts(index).others(ADA, FolderPath.INBOX);
            System.out.printf("%s, what is not indexed %.1f ms%n", name, seconds(begun) * 1_000);
        }
    }

    private void time(String name, String typed) {
        time(
                name,
                SearchSyntax.parse(typed, ZonedDateTime.now(), each -> List.of())
                        .expression());
    }

    private void time(String name, SearchExpression search) {
        ListQuery query = new ListQuery(List.of(), search, Set.of(), Sort.DATE, false, false);
        double[] times = new double[RUNS];
        int total = 0;
        for (int i = 0; i < RUNS; i++) {
            // Each time a change elsewhere, so that there is a new reader.
            index.preview(ADA, FolderPath.INBOX, Mails.VALIDITY, Map.of((long) i + 1, "a line"));
            index.unread(ADA, FolderPath.INBOX);
            long begun = System.nanoTime();
            total = index.list(ADA, query, 0, 50).orElseThrow().total();
            times[i] = seconds(begun) * 1_000;
        }
        double first = times[0];
        Arrays.sort(times);
        System.out.printf(
                "%s: first %.1f ms, then %.1f ms, p95 %.1f ms, %d found%n",
                name, first, times[RUNS / 2], times[RUNS * 95 / 100], total);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
