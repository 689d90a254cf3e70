package oriel.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;
import oriel.mail.Summary;

/** Fifty rows out of the index, at any place of lists of any size. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ListBenchmark {

    private static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final int BATCH = 500;
    private static final int ROWS = 50;

    @Param({"1000", "100000"})
    private int messages;

    private Path folder;
    private MessageIndex index;
    private ListQuery newest;
    private ListQuery bySubject;
    private ListQuery found;
    private int place;

    @Setup
    public void fill() throws IOException {
        folder = Files.createTempDirectory("oriel-jmh");
        index = Indexes.in(folder);
        long turn = index.known(ADA, FolderPath.INBOX).turn();
        for (long first = 1; first <= messages; first += BATCH) {
            List<Summary> batch = new ArrayList<>();
            for (long uid = first; uid < first + BATCH && uid <= messages; uid++) {
                batch.add(Mails.mail(uid)
                        .subject("Minutes of meeting " + uid % 97)
                        .from("Person " + uid % 400 + " <p" + uid % 400 + "@oriel.test>")
                        .summary());
            }
            index.addMissing(ADA, FolderPath.INBOX, turn, batch);
        }
        // Makes all visible.
        index.known(ADA, FolderPath.INBOX);
        newest = ListQuery.newest(FolderPath.INBOX);
        bySubject = list(SearchExpression.ALL, Sort.SUBJECT);
        found = list(
                SearchSyntax.parse("from:p17 meeting", Instant.EPOCH.atZone(ZoneOffset.UTC), name -> List.of())
                        .expression(),
                Sort.DATE);
    }

    private static ListQuery list(SearchExpression search, Sort sort) {
        return new ListQuery(List.of(FolderPath.INBOX), search, Set.of(), sort, true, false);
    }

    @TearDown
    public void close() {
        index.stop();
    }

    private Listing next(ListQuery list) {
        place = (place + 7 * ROWS) % messages;
        return index.list(ADA, list, place, ROWS).orElseThrow();
    }

    @Benchmark
    public Listing anyPlaceByDate() {
        return next(newest);
    }

    @Benchmark
    public Listing anyPlaceBySubject() {
        return next(bySubject);
    }

    @Benchmark
    public Listing search() {
        return index.list(ADA, found, 0, ROWS).orElseThrow();
    }
}
