package oriel.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import static java.util.stream.Collectors.toMap;

/**
 * What was asked for on the command line: the {@code oriel.*} properties given to this process or, by Maven, in a file.
 *
 * @param values by key, never blank
 */
public record Options(Map<String, String> values) {

    private static final String PREFIX = "oriel.";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    public Options {
        values = values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(PREFIX))
                .filter(entry -> !entry.getValue().isBlank())
                .collect(toMap(
                        Map.Entry::getKey, entry -> entry.getValue().strip(), (first, second) -> second, TreeMap::new));
    }

    /**
     * The options of this process.
     *
     * @param file may hold the properties that were given to Maven
     */
    public static Options given(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            load(properties, file);
        }
        properties.putAll(System.getProperties());
        return new Options(
                properties.stringPropertyNames().stream().collect(toMap(key -> key, properties::getProperty)));
    }

    /** Reads the file and deletes it: a session key may be in it. */
    private static void load(Properties properties, Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A whole number.
     *
     * @throws CannotStart if it is none, or out of bounds
     */
    public int number(String key, int fallback, int least, int most) {
        String value = values.get(key);
        if (value == null) {
            return fallback;
        }
        if (!NUMBER.matcher(value).matches() || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new CannotStart(
                    "%s is \"%s\": it has to be a whole number from %d to %d.".formatted(key, value, least, most));
        }
        return Integer.parseInt(value);
    }

    /**
     * A text.
     *
     * @param allowed says what it has to look like
     * @throws CannotStart if it does not
     */
    public String text(String key, String fallback, Pattern pattern, String allowed) {
        String value = values.getOrDefault(key, fallback);
        if (!pattern.matcher(value).matches()) {
            throw new CannotStart("%s is \"%s\": it has to be %s.".formatted(key, value, allowed));
        }
        return value;
    }

    /** Those with a key that is wanted. */
    public Map<String, String> only(Predicate<String> wanted) {
        return values.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
