package oriel.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import oriel.mail.AccountId;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.Summary;
import oriel.mail.SyncState;

/** Prints how long lists take: {@code java oriel.index.IndexBenchmark 100000}. No test. */
final class IndexBenchmark {

    private static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final String[] WORDS =
            "about engine report weekly numbers meeting notes invoice travel plan question answer draft budget review"
                    .split(" ");

    /** What is answered now and then without naming the message. */
    private static final String[] SERIES = {"Daily report", "Build failed", "Lunch?", "Minutes"};

    private static long gone = 1;

    private IndexBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("oriel-bench");
        MessageIndex index = Indexes.in(folder);
        fill(index, count);
        index.makeDurable();
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            System.out.println("bytes a message: " + bytes / count);
        }
        for (Sort sort : Sort.values()) {
            for (boolean conversations : new boolean[] {false, true}) {
                ListQuery query = new ListQuery(
                        List.of(FolderPath.INBOX), SearchExpression.ALL, Set.of(), sort, false, conversations);
                time(sort + " conversations " + conversations, index, query, count);
            }
        }
        for (String word : List.of("budget", "nothing")) {
            SearchExpression search = new SearchExpression.Words(SearchExpression.Place.ANYWHERE, word, false, false);
            time(word, index, new ListQuery(List.of(), search, Set.of(), Sort.DATE, false, false), count);
        }
        for (String begun : List.of("p", "person 1", "")) {
            double[] times = new double[51];
            for (int i = 0; i < times.length; i++) {
                times[i] = millis(() -> new Completions(index).people(ADA, SearchExpression.Place.ANYWHERE, begun, 8));
            }
            Arrays.sort(times);
            System.out.printf("people \"%s\" %.1f ms, p95 %.1f ms%n", begun, times[25], times[48]);
        }
        index.stop();
        IndexFolder.delete(folder);
    }

    private static void fill(MessageIndex index, int count) {
        Random random = new Random(3);
        index.known(ADA, FolderPath.INBOX);
        index.synced(ADA, new SyncState(FolderPath.INBOX, Mails.VALIDITY, count + 1, count, 1, 1), false);
        long begin = System.nanoTime();
        for (int uid = count; uid > 0; uid -= 500) {
            List<Summary> batch = new ArrayList<>();
            for (int each = uid; each > Math.max(0, uid - 500); each--) {
                batch.add(any(each, random).summary());
            }
            index.add(ADA, batch);
        }
        index.synced(ADA, new SyncState(FolderPath.INBOX, Mails.VALIDITY, count + 1, count, 1, 1), true);
        System.out.printf("messages a second: %.0f%n", count / ((System.nanoTime() - begin) / 1e9));
    }

    private static Mails any(int uid, Random random) {
        StringBuilder subject = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            subject.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        Mails mail = Mails.mail(uid)
                .from("Person " + random.nextInt(2_000) + " <p" + random.nextInt(2_000) + "@example.org>")
                .subject(subject.append(random.nextInt(100_000)).toString())
                .size(random.nextInt(100_000))
                .flags(random.nextInt(10) == 0 ? new Flag[0] : new Flag[] {Flag.SEEN});
        int parent = uid - 1 - random.nextInt(200);
        if (parent <= 0 || random.nextInt(3) == 0) {
            return random.nextInt(20) == 0 ? mail.subject("Re: " + SERIES[random.nextInt(SERIES.length)]) : mail;
        }
        return mail.subject("Re: " + mail.subject()).answering("<" + parent + "@oriel.test>");
    }

    private static void time(String name, MessageIndex index, ListQuery query, int count) {
        double[] views = new double[15];
        double[] pages = new double[15];
        for (int i = 0; i < views.length; i++) {
            // With a message less every list is made anew.
            index.remove(ADA, FolderPath.INBOX, Mails.VALIDITY, new long[] {gone++});
            index.list(ADA, ListQuery.newest(FolderPath.INBOX), 0, 1);
            views[i] = millis(() -> index.list(ADA, query, count / 3, 50));
            pages[i] = millis(() -> index.list(ADA, query, count / 4, 50));
        }
        Arrays.sort(views);
        Arrays.sort(pages);
        System.out.printf("%-40s after a change %7.1f ms, again %6.1f ms%n", name, views[7], pages[7]);
    }

    private static double millis(Runnable task) {
        long begin = System.nanoTime();
        task.run();
        return Duration.ofNanos(System.nanoTime() - begin).toNanos() / 1e6;
    }
}
