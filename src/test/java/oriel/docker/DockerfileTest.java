package oriel.docker;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No image is built in the tests, so what the files of the image name is compared with what is there. */
class DockerfileTest {

    private final String dockerfile = read("docker/Dockerfile");
    private final String compose = read("docker/compose.yml");
    private final String pom = read("pom.xml");

    @Test
    void copiesOnlyWhatExists() {
        List<String> sources = all(dockerfile, "(?m)^COPY (?!--)(.+) \\S+$").stream()
                .flatMap(group -> Arrays.stream(group.split(" ")))
                .toList();

        assertThat(sources)
                .isNotEmpty()
                .allSatisfy(source -> assertThat(Path.of(source)).exists());
    }

    @Test
    void sendsToTheBuilderWhatItCopies() {
        List<String> sent = all(read("docker/Dockerfile.dockerignore"), "(?m)^!(.+)$");

        assertThat(sent).containsExactlyInAnyOrderElementsOf(all(dockerfile, "(?m)^COPY (?!--)(\\S+) \\S+$"));
    }

    @Test
    void runsTheServerOfThePom() {
        assertThat(one(dockerfile, "ARG PAYARA_VERSION=(\\S+)")).isEqualTo(one(pom, "<payara.version>(.+)</"));
    }

    @Test
    void packsWhatThePomBuilds() {
        String built = one(dockerfile, "COPY --from=build /build/target/(\\S+) ");

        assertThat(built).isEqualTo(one(pom, "<finalName>(.+)</"));
    }

    @Test
    void listensAndAsksForHealthWhereComposePublishes() {
        String port = one(compose, "ORIEL_PUBLISH:-[^}]+}:(\\d+)\"");

        assertThat(one(dockerfile, "EXPOSE (\\d+)")).isEqualTo(port);
        assertThat(one(dockerfile, "\"--port\", \"(\\d+)\"")).isEqualTo(port);
        assertThat(one(dockerfile, "http://127.0.0.1:(\\d+)/health/ready")).isEqualTo(port);
    }

    @Test
    void isBuiltByComposeFromTheTop() {
        Path context = Path.of("docker").resolve(one(compose, "context: (\\S+)"));

        assertThat(context.resolve(one(compose, "dockerfile: (\\S+)"))).exists();
        assertThat(context.resolve("pom.xml")).exists();
    }

    @Test
    void triesOutWithTheMailServerOfTheTests() {
        assertThat(one(compose, "greenmail/standalone:(\\S+)")).isEqualTo(one(pom, "<greenmail.version>(.+)</"));
    }

    @Test
    void setsOnlyKeysThatAreDocumented() throws IOException {
        Properties documented = new Properties();
        documented.load(new StringReader(read("src/main/resources/META-INF/microprofile-config.properties")));

        List<String> keys = all(compose, "(?m)^ +(ORIEL_\\w+):").stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '.').replaceAll("\\.file$", ""))
                .toList();

        assertThat(keys).isNotEmpty().isSubsetOf(documented.stringPropertyNames());
    }

    @Test
    void takesFromTheTrialSettingsAllThatTheyName() {
        List<String> names = all(read("docker/mail.env"), "(?m)^(\\w+)=");

        assertThat(names).isNotEmpty().isSubsetOf(all(compose, "\\$\\{(\\w+):-"));
    }

    private static String one(String text, String pattern) {
        List<String> found = all(text, pattern);
        assertThat(found).as(pattern).hasSize(1);
        return found.getFirst();
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
