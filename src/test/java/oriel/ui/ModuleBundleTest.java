package oriel.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ModuleBundleTest {

    private static final Path RESOURCES = Path.of("webapp", "resources");

    private static String read(String path) {
        try {
            return Files.readString(RESOURCES.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void writesWhatIsImportedBeforeItIsUsed() {
        Map<String, String> files = Map.of(
                "a/main.js",
                        "import { one, two as second } from './two.js';\nimport '../b/three.js';\nrun(one, second);\n",
                "a/two.js", "export const one = 1;\nexport async function two() {}\n",
                "b/three.js", "import { one } from '../a/two.js';\nstart(one);\n");

        assertThat(ModuleBundle.of("a/main.js", files::get)).isEqualTo("""
                        const $2 = (() => {
                        const one = 1;
                        async function two() {}

                        return { one, two };
                        })();
                        const $3 = (() => {
                        const { one } = $2;
                        start(one);

                        return {  };
                        })();
                        const $1 = (() => {
                        const { one, two: second } = $2;

                        run(one, second);

                        return {  };
                        })();
                        """);
    }

    @Test
    void passesOnWhatAModuleExportsOfAnother() {
        Map<String, String> files = Map.of(
                "a/main.js", "export { one, two } from './two.js';\nexport const { three } = window;\n",
                "a/two.js", "export class one {}\nexport function two() {}\n");

        assertThat(ModuleBundle.of("a/main.js", files::get)).contains("return { one: $2.one, two: $2.two, three };");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import all from './other.js';",
                "import * as all from './other.js';",
                "export default 1;",
                "export let changes = 1;",
                "export * from './other.js';"
            })
    void refusesWhatItDoesNotKnow(String line) {
        assertThatThrownBy(() -> ModuleBundle.of("a/main.js", path -> line))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("a/main.js: ");
    }

    @Test
    void refusesModulesThatImportEachOther() {
        Map<String, String> files = Map.of(
                "a/main.js", "import { two } from './two.js';\nexport const one = 1;\n",
                "a/two.js", "import { one } from './main.js';\nexport const two = 2;\n");

        assertThatThrownBy(() -> ModuleBundle.of("a/main.js", files::get)).hasMessageContaining("import each other");
    }

    @Test
    void takesEveryModuleOfOurs() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            assertThat(files.filter(each -> each.toString().endsWith(".js"))
                            .map(each -> RESOURCES.relativize(each).toString().replace('\\', '/'))
                            .filter(each -> !each.startsWith("squire/")))
                    .hasSizeGreaterThan(40)
                    .allSatisfy(each -> assertThat(ModuleBundle.of(each, ModuleBundleTest::read))
                            .doesNotContainPattern("(?m)^(import|export) "));
        }
    }

    @Test
    void writesStylesEachOnceAfterThoseTheyImport() {
        Map<String, String> files = Map.of(
                "a/page.css", "@import './one.css';\n@import '../b/two.css';\np { }\n",
                "a/one.css", "@import '../b/two.css';\na { }\n",
                "b/two.css", "b { }\n");

        assertThat(StyleBundle.of("a/page.css", files::get)).isEqualTo("b { }\na { }\np { }\n");
    }
}
