package oriel.ui;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a style sheet and those that it imports ({@code @import './other.css';}) as one, each once. */
final class StyleBundle {

    private static final Pattern IMPORT = Pattern.compile("^@import '([^']+)';\n", Pattern.MULTILINE);

    private StyleBundle() {}

    /**
     * The style sheet, after those that it imports.
     *
     * @param entry its path, as {@code mailbox/mailbox.css}
     * @param read gives the text of a path
     */
    static String of(String entry, UnaryOperator<String> read) {
        return of(entry, read, new HashSet<>());
    }

    private static String of(String path, UnaryOperator<String> read, Set<String> written) {
        if (!written.add(path)) {
            return "";
        }
        return IMPORT.matcher(read.apply(path)).replaceAll(found -> {
            String imported =
                    Path.of(path).resolveSibling(found.group(1)).normalize().toString();
            return Matcher.quoteReplacement(of(imported.replace('\\', '/'), read, written));
        });
    }
}
