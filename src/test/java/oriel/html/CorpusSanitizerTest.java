package oriel.html;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/** The attack, leak and harmless vectors of other projects, through every way of cleaning. */
class CorpusSanitizerTest {
    private static final Logger LOG = Logger.getLogger(CorpusSanitizerTest.class.getName());

    private record Vector(
            String id,
            @Nullable String name,
            String input,
            @Nullable String kind) {
        boolean isHarmless() {
            return "benign/parsing".equals(kind);
        }
    }

    private static final Path CORPUS = Path.of(System.getProperty("oriel.corpus", "../shared/corpus"));

    private final Sanitizer sanitizer = new Sanitizer();

    @TestFactory
    Stream<DynamicTest> everyVector() {
        if (!Files.isDirectory(CORPUS.resolve("html"))) {
            return Stream.of(DynamicTest.dynamicTest("corpus is absent", CorpusSanitizerTest::skip));
        }
        List<Vector> vectors = vectors();
        assertThat(vectors).hasSizeGreaterThan(1_000);
        return vectors.stream()
                .map(vector -> DynamicTest.dynamicTest(vector.id() + " " + vector.name(), () -> check(vector)));
    }

    private static void skip() {
        String message =
                "No vectors in " + CORPUS + ": the sanitizer was NOT tested against the corpus (-Doriel.corpus)";
        LOG.warning(message);
        abort(message);
    }

    private static List<Vector> vectors() {
        List<Vector> vectors = new ArrayList<>();
        try (Stream<Path> files = Files.list(CORPUS.resolve("html"))) {
            files.sorted()
                    .filter(file -> file.toString().endsWith(".json"))
                    .forEach(file -> vectors.addAll(read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read(CORPUS.resolve("leaks.json")).stream()
                .filter(vector -> vector.input().contains("<"))
                .forEach(vectors::add);
        return vectors;
    }

    private static List<Vector> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return Arrays.asList(new Gson().fromJson(reader, Vector[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(Vector vector) {
        for (RemoteContent remote : RemoteContent.values()) {
            for (boolean styleBlocks : new boolean[] {true, false}) {
                check(vector, new CleanOptions(remote, cid -> Optional.of("/part/1"), styleBlocks));
            }
        }
    }

    private void check(Vector vector, CleanOptions options) {
        String html = sanitizer.clean(vector.input(), options).html();

        String story = "%s%n  in:  %s%n  out: %s".formatted(options, vector.input(), html);
        assertThat(OutputCheck.problems(html, options.remote())).as(story).isEmpty();
        assertThat(SecondParser.outline(SecondParser.body(html))).as(story).isEqualTo(FirstParser.outline(html));
        if (!html.contains("/part/1")) {
            assertThat(sanitizer.clean(html, options).html()).as(story).isEqualTo(html);
        }
        if (vector.isHarmless()) {
            assertThat(SecondParser.visibleText(SecondParser.body(html)))
                    .as(story)
                    .isEqualTo(SecondParser.visibleText(SecondParser.parse(vector.input())));
        }
    }
}
