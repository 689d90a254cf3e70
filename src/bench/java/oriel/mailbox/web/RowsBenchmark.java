package oriel.mailbox.web;

import java.time.Instant;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import oriel.index.Row;
import oriel.mail.Address;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

/** Fifty rows written as a page reads them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RowsBenchmark {

    private static final int ROWS = 50;

    private final List<Row> rows = rows();

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (long uid = 1; uid <= ROWS; uid++) {
            Envelope envelope = new Envelope(
                    new MessageRef(FolderPath.INBOX, 1, uid),
                    List.of(new Address("Ada Lovelace", "ada@oriel.test")),
                    List.of(new Address("Grace Hopper", "grace@oriel.test"), new Address("", "alan@oriel.test")),
                    "Minutes of meeting " + uid + " – Größe",
                    Instant.EPOCH.plusSeconds(uid),
                    4_096,
                    Set.of(Flag.SEEN),
                    Set.of(),
                    uid % 5 == 0);
            rows.add(new Row(envelope, "Dear all, what was decided on Monday is attached", null));
        }
        return rows;
    }

    @Benchmark
    public String writesFiftyRows() {
        return RowsJson.of(rows, FolderPath.INBOX).toString();
    }
}
