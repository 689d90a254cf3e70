package oriel.imap;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.iap.Protocol;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import oriel.mail.Summary;
import oriel.mime.EnvelopeParser;

/** A server's answer to FETCH of ENVELOPE, BODYSTRUCTURE and the rest of a row, made into a row. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HeadBenchmark {

    private final Rehearsal rehearsal = new Rehearsal(new EnvelopeParser());
    private Protocol unconnected;
    private long uid;

    @Setup
    public void begin() throws Exception {
        unconnected = Rehearsal.unconnected();
    }

    @Benchmark
    public Optional<Summary> decodesAHead() throws Exception {
        return rehearsal.decode(++uid, unconnected);
    }
}
