package oriel.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

/** Holds the documents to what they tell of. */
class DocumentsTest {

    private static final Pattern SETTING = Pattern.compile("(?m)^\\| `(oriel\\.[a-z.]+)` \\| (?:`([^`]*)`)? ?\\|");
    private static final Pattern ROOM = Pattern.compile("(?m)^\\| ([a-z]+) \\| [^|]+ \\| ([a-z, ]*)\\|$");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]+]\\((?!https?:)([^)#]+)");

    @Test
    void theReadmeListsEverySettingWithItsDefault() throws IOException {
        Properties settings = new Properties();
        settings.load(
                new StringReader(Pages.read(Path.of("src/main/resources/META-INF/microprofile-config.properties"))));

        Map<String, String> told = matches(SETTING, Path.of("README.md"))
                .collect(toMap(row -> row.group(1), row -> row.group(2) == null ? "" : row.group(2)));

        assertThat(told).isEqualTo(settings);
    }

    @Test
    void theArchitectureTellsWhichRoomMayKnowWhich() {
        Map<String, Set<String>> told = matches(ROOM, Path.of("src/docs/ARCHITECTURE.md"))
                .filter(row -> !row.group(1).equals("room"))
                .collect(toMap(row -> row.group(1), row -> names(row.group(2))));

        assertThat(told).isEqualTo(Rooms.table());
    }

    @Test
    void linksBetweenDocumentsLeadSomewhere() {
        List<Path> documents = Stream.concat(
                        Stream.of(Path.of("README.md"), Path.of("docker/README.md")),
                        Stream.of("src/docs", "src/adr")
                                .flatMap(folder -> Pages.files(Path.of(folder), ".md").stream()))
                .toList();

        assertThat(documents)
                .allSatisfy(document -> assertThat(
                                matches(LINK, document).map(link -> document.resolveSibling(link.group(1))))
                        .allSatisfy(target -> assertThat(target).exists()));
    }

    private static Set<String> names(String list) {
        return list.isBlank() ? Set.of() : Set.of(list.strip().split(", "));
    }

    private static Stream<MatchResult> matches(Pattern pattern, Path document) {
        return pattern.matcher(Pages.read(document)).results();
    }
}
