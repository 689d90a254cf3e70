package oriel.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.StreamSupport;

import static java.util.stream.Collectors.toMap;

/** Finds settings that look like Oriel's and are not: most are slips of the pen, and a slip is otherwise silent. */
final class UnknownSettings {

    private static final String PREFIX = "oriel.";
    private static final String FILE = ".file";

    /** Documented keys by their common form, see {@link #common}. */
    private final Map<String, String> known;

    UnknownSettings(Set<String> known) {
        this.known = known.stream().collect(toMap(UnknownSettings::common, key -> key));
    }

    /** The keys of {@code META-INF/microprofile-config.properties}. */
    static Set<String> documented() {
        try (InputStream in = UnknownSettings.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.stringPropertyNames();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sentence for each unknown setting, with the documented key that is written most like it. */
    List<String> warnings(Iterable<String> present) {
        return StreamSupport.stream(present.spliterator(), false)
                .filter(key -> common(key).startsWith(PREFIX))
                .filter(key -> !isKnown(common(key)))
                .sorted()
                .map(key -> "Unknown setting " + key + ": did you mean " + closest(common(key)) + "?")
                .toList();
    }

    private boolean isKnown(String key) {
        return known.containsKey(key) || known.containsKey(withoutFile(key));
    }

    private String closest(String key) {
        return known.entrySet().stream()
                .min(Comparator.comparingInt((Map.Entry<String, String> each) -> steps(withoutFile(key), each.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .orElse("another");
    }

    private static String withoutFile(String key) {
        return key.endsWith(FILE) ? key.substring(0, key.length() - FILE.length()) : key;
    }

    /** The form in which a key and its environment variable are equal (MicroProfile Config 3.0, section 6.2). */
    private static String common(String key) {
        return key.replaceAll("[^A-Za-z0-9]", ".").toLowerCase(Locale.ROOT);
    }

    /** Characters to add, drop or change (Levenshtein). */
    private static int steps(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
