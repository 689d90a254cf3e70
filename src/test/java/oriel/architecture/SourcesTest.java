package oriel.architecture;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what only the sources show: sizes, and what must not be written in a page. */
class SourcesTest {

    private static final int CLASS_LINES = 300;
    private static final int METHOD_LINES = 40;
    private static final int PAGE_LINES = 150;

    private static final List<Path> JAVA = Stream.of("src/main/java", "src/demo/java")
            .flatMap(folder -> Pages.files(Path.of(folder), ".java").stream())
            .toList();

    private static final Pattern UNESCAPED = Pattern.compile("escape\\s*=\\s*[\"']\\s*(?!true[\"'])");

    private final JavaParser parser = new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_21));

    @Test
    void noClassIsLongerThan300Lines() throws IOException {
        assertThat(longerThan(CLASS_LINES, TypeDeclaration.class)).isEmpty();
    }

    @Test
    void noMethodIsLongerThan40Lines() throws IOException {
        assertThat(longerThan(METHOD_LINES, CallableDeclaration.class)).isEmpty();
    }

    @Test
    void noPageIsLongerThan150Lines() {
        assertThat(Pages.all())
                .allSatisfy(page -> assertThat(Pages.read(page).lines())
                        .as("lines of %s", page)
                        .hasSizeLessThanOrEqualTo(PAGE_LINES));
    }

    @Test
    void noPageSwitchesEscapingOff() {
        assertThat(Pages.all()).allSatisfy(page -> assertThat(Pages.read(page)).doesNotContainPattern(UNESCAPED));
    }

    @Test
    void everyPageOfARoomHasItsBean() {
        assertThat(Pages.all().stream().filter(Pages::hasBean).map(Pages::beanOf))
                .allSatisfy(bean -> assertThat(Path.of("src/main/java", bean.replace('.', '/') + ".java"))
                        .exists());
    }

    private <N extends Node> List<String> longerThan(int most, Class<N> kind) throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : JAVA) {
            for (N node : parse(file).findAll(kind)) {
                Range range = node.getRange().orElseThrow();
                int lines = range.end.line - range.begin.line + 1;
                if (lines > most) {
                    tooLong.add(file + ":" + range.begin.line + " has " + lines + " lines");
                }
            }
        }
        return tooLong;
    }

    private CompilationUnit parse(Path file) throws IOException {
        return parser.parse(file).getResult().orElseThrow(() -> new AssertionError("Cannot be parsed: " + file));
    }
}
