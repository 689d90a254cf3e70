package oriel.html;

import java.util.Optional;
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
import org.openjdk.jmh.annotations.Warmup;

/** A newsletter of so many tables, made harmless. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SanitizerBenchmark {

    private static final String TABLE =
            "<table class='row' style='width:600px;background:#fff url(https://example.test/b.png)'><tr>"
                    + "<td style='padding:4px;font-family:Arial,sans-serif'><a href='https://example.test/?a=1&amp;b=2'>Read more</a>"
                    + "<img src='https://example.test/i.png' width=40 onerror='alert(1)'><p>Prices go <b>down</b> &ndash; today.</p></td></tr></table>";

    @Param({"4", "100"})
    private int tables;

    private final Sanitizer sanitizer = new Sanitizer();
    private String html;

    @Setup
    public void write() {
        html =
                "<html><head><style>.row td { color: #333 } @media (max-width:600px) { .row { width:100% } }</style></head><body>"
                        + TABLE.repeat(tables) + "</body></html>";
    }

    @Benchmark
    public CleanHtml cleans() {
        return sanitizer.clean(html, new CleanOptions(RemoteContent.BLOCK, cid -> Optional.empty(), true));
    }
}
