package oriel.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages below webapp and the beans that mirror them: {@code X.web.FooPage} and {@code webapp/X/foo.xhtml}. */
final class Pages {

    static final Path ROOT = Path.of("webapp");

    private static final Pattern WHOLE_PAGE = Pattern.compile("<html|<ui:composition[^>]*\\stemplate\\s*=");

    private Pages() {}

    /** The page of a page bean. */
    static Path of(JavaClass bean) {
        String name = bean.getSimpleName().replaceAll("Page$", "");
        String file = Character.toLowerCase(name.charAt(0)) + name.substring(1) + ".xhtml";
        return ROOT.resolve(Rooms.of(bean)).resolve(file);
    }

    /** The name of the bean of a page that lies in a room's folder. */
    static String beanOf(Path page) {
        String file = page.getFileName().toString();
        String name = Character.toUpperCase(file.charAt(0)) + file.substring(1).replaceAll("\\.xhtml$", "Page");
        return "oriel." + ROOT.relativize(page).getName(0) + ".web." + name;
    }

    /** Whether this is a page of a room, and so has a bean; what is only included in pages has none. */
    static boolean hasBean(Path file) {
        Path place = ROOT.relativize(file);
        return place.getNameCount() == 2
                && Files.exists(Path.of("src/main/java/oriel", place.getName(0).toString(), "web"))
                && WHOLE_PAGE.matcher(read(file)).find();
    }

    /** All Facelets files: pages, templates, tags and includes. */
    static List<Path> all() {
        return files(ROOT, ".xhtml");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files below a folder whose names end so; none if the folder does not exist. */
    static List<Path> files(Path folder, String end) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
