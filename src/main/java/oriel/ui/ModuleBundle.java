package oriel.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a module and all that it imports as one, so that a browser asks once and not for each of them: sixty requests cost
 * it longer than all else of the first page. Each module becomes a function that is called once, after those it imports.
 *
 * <p>Takes ECMAScript modules as ours are written: names are imported and exported at the beginning of a line, nothing is
 * exported that changes, and no two modules import each other. What is written otherwise is refused, for a test to tell.
 */
final class ModuleBundle {

    private static final Pattern IMPORT =
            Pattern.compile("^import (?:(\\{[^}]*}) from )?'([^']+)';", Pattern.MULTILINE);
    private static final Pattern PASSED_ON = Pattern.compile("^export \\{([^}]*)} from '([^']+)';", Pattern.MULTILINE);
    private static final Pattern EXPORT =
            Pattern.compile("^export ((?:async )?(?:function|class|const) )(\\w+|\\{[\\w, ]+})", Pattern.MULTILINE);
    private static final Pattern LEFT = Pattern.compile("^(?:import|export)\\b.*", Pattern.MULTILINE);

    private final UnaryOperator<String> read;
    private final StringBuilder text = new StringBuilder();
    /** The function's result for each module that is written, by its path; empty while one is being written. */
    private final Map<String, String> written = new LinkedHashMap<>();

    private ModuleBundle(UnaryOperator<String> read) {
        this.read = read;
    }

    /**
     * The module and all that it imports.
     *
     * @param entry its path, as {@code mailbox/mailbox.js}
     * @param read gives the text of a path
     * @throws IllegalStateException if a module is written in a way that this does not know
     */
    static String of(String entry, UnaryOperator<String> read) {
        ModuleBundle bundle = new ModuleBundle(read);
        bundle.write(entry);
        return bundle.text.toString();
    }

    /** @return the name that the module's exports have in the bundle */
    private String write(String path) {
        String known = written.get(path);
        if (known != null) {
            require(!known.isEmpty(), path, "modules import each other");
            return known;
        }
        written.put(path, "");
        String name = "$" + written.size();
        List<String> exported = new ArrayList<>();
        String body =
                IMPORT.matcher(read.apply(path)).replaceAll(found -> imported(path, found.group(1), found.group(2)));
        body = PASSED_ON.matcher(body).replaceAll(found -> passedOn(path, found.group(1), found.group(2), exported));
        body = EXPORT.matcher(body).replaceAll(found -> {
            exported.add(found.group(2).replaceAll("[{} ]", ""));
            return Matcher.quoteReplacement(found.group(1) + found.group(2));
        });
        Matcher left = LEFT.matcher(body);
        require(!left.find(), path, "an import or export is written otherwise than the others");
        written.put(path, name);
        text.append("const ").append(name).append(" = (() => {\n").append(body);
        text.append("\nreturn { ").append(String.join(", ", exported)).append(" };\n})();\n");
        return name;
    }

    private String imported(String from, String names, String path) {
        String module = write(resolved(from, path));
        return names == null
                ? ""
                : Matcher.quoteReplacement("const " + names.replace(" as ", ": ") + " = " + module + ";");
    }

    private String passedOn(String from, String names, String path, List<String> exported) {
        String module = write(resolved(from, path));
        for (String each : names.split(",")) {
            exported.add(each.strip() + ": " + module + "." + each.strip());
        }
        return "";
    }

    private static String resolved(String from, String path) {
        return Path.of(from).resolveSibling(path).normalize().toString().replace('\\', '/');
    }

    private static void require(boolean condition, String path, String trouble) {
        if (!condition) {
            throw new IllegalStateException(path + ": " + trouble);
        }
    }
}
