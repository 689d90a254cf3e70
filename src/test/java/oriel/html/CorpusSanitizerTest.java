package oriel.html;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import oriel.fixture.Corpus;

import static org.assertj.core.api.Assertions.assertThat;

/** The attack, leak and harmless vectors of other projects, through every way of cleaning. */
class CorpusSanitizerTest {
    private final Sanitizer sanitizer = new Sanitizer();

    @TestFactory
    Stream<DynamicTest> everyVector() {
        if (!Corpus.isThere()) {
            return Stream.of(DynamicTest.dynamicTest("corpus is absent", Corpus::skipIfMissing));
        }
        List<Corpus.Vector> vectors = Corpus.vectors();
        assertThat(vectors).hasSizeGreaterThan(1_000);
        return vectors.stream().map(vector -> DynamicTest.dynamicTest(vector.toString(), () -> check(vector)));
    }

    private void check(Corpus.Vector vector) {
        for (RemoteContent remote : RemoteContent.values()) {
            for (boolean styleBlocks : new boolean[] {true, false}) {
                check(vector, new CleanOptions(remote, cid -> Optional.of("/part/1"), styleBlocks));
            }
        }
    }

    private void check(Corpus.Vector vector, CleanOptions options) {
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
