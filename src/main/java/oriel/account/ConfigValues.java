package oriel.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings read one by one from a source of texts. What is wrong is collected, and a harmless value returned in its
 * place, so that one start tells all the mistakes: call {@link #check} before using anything read here.
 *
 * <p>Every key may come from a file instead: {@code <key>.file} names it, and it wins over {@code <key>}.
 */
public final class ConfigValues {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9}) ?(B|KB|MB|GB)");
    private static final int SHOWN = 60;

    private final Function<String, Optional<String>> lookup;
    /** Each once, however often a setting is read. */
    private final Set<String> problems = new LinkedHashSet<>();

    /** @param lookup a key's value, empty if it is not set */
    public ConfigValues(Function<String, Optional<String>> lookup) {
        this.lookup = lookup;
    }

    /** The value, or what its file holds without surrounding space; empty if not set or blank. */
    public Optional<String> text(String key) {
        return find(key + ".file")
                .map(file -> fromFile(key + ".file", file))
                .or(() -> find(key))
                .filter(value -> !value.isEmpty());
    }

    private Optional<String> find(String key) {
        return lookup.apply(key).map(String::strip).filter(value -> !value.isEmpty());
    }

    private String fromFile(String key, String file) {
        try {
            String text = Files.readString(Path.of(file)).strip();
            if (text.isEmpty()) {
                wrong(key, file, "the name of a file that is not empty");
            }
            return text;
        } catch (IOException | InvalidPathException e) {
            wrong(key, file, "the name of a text file that Oriel can read");
            return "";
        }
    }

    /** A value that has to be set; {@code allowed} says what it may be. */
    public String needed(String key, String allowed) {
        return text(key).orElseGet(() -> {
            problem(key + " is not set: it has to be " + allowed + ".");
            return "";
        });
    }

    /** A whole number from {@code least} to {@code most}. */
    public int number(String key, int least, int most) {
        String allowed = "a whole number from " + least + " to " + most;
        String value = needed(key, allowed);
        if (value.matches("\\d{1,9}") && within(Long.parseLong(value), least, most)) {
            return Integer.parseInt(value);
        }
        wrong(key, value, allowed);
        return least;
    }

    /** A time such as {@code 500ms}, {@code 10s}, {@code 2m}, {@code 8h}, {@code 1d} or, in ISO 8601, {@code PT10S}. */
    public Duration duration(String key, Duration least, Duration most) {
        String allowed = "a time from " + words(least) + " to " + words(most) + ", such as 500ms, 10s, 2m, 8h or PT10S";
        String value = needed(key, allowed);
        Optional<Duration> time =
                parseDuration(value).filter(found -> found.compareTo(least) >= 0 && found.compareTo(most) <= 0);
        if (time.isEmpty()) {
            wrong(key, value, allowed);
        }
        return time.orElse(least);
    }

    private static Optional<Duration> parseDuration(String value) {
        Matcher matcher = DURATION.matcher(value.toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            long count = Long.parseLong(matcher.group(1));
            return Optional.of(
                    switch (matcher.group(2)) {
                        case "ms" -> Duration.ofMillis(count);
                        case "s" -> Duration.ofSeconds(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    });
        }
        try {
            return Optional.of(Duration.parse(value));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A size in bytes, written as {@code 25MB}; 1 KB is 1024 bytes. */
    public long size(String key, long least, long most) {
        String allowed = "a size from " + (least >> 20) + "MB to " + (most >> 20) + "MB, such as 25MB";
        String value = needed(key, allowed);
        Matcher matcher = SIZE.matcher(value.toUpperCase(Locale.ROOT));
        if (matcher.matches()) {
            int shift = 10 * List.of("B", "KB", "MB", "GB").indexOf(matcher.group(2));
            long bytes = Long.parseLong(matcher.group(1)) << shift;
            if (within(bytes, least, most)) {
                return bytes;
            }
        }
        wrong(key, value, allowed);
        return least;
    }

    /** {@code true} or {@code false}, in any case. */
    public boolean yes(String key) {
        String value = needed(key, "true or false").toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            wrong(key, value, "true or false");
        }
        return value.equals("true");
    }

    /** Words with commas or space between them; none if not set. */
    public List<String> words(String key) {
        return text(key).stream()
                .flatMap(value -> Arrays.stream(value.split("[,\\s]+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** One of an enum's names, in any case. */
    public <E extends Enum<E>> E oneOf(String key, Class<E> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        String allowed = "one of " + String.join(", ", names);
        String value = needed(key, allowed);
        int index = names.indexOf(value.toLowerCase(Locale.ROOT));
        if (index < 0) {
            wrong(key, value, allowed);
        }
        return type.getEnumConstants()[Math.max(index, 0)];
    }

    /** A folder that can be written to, or can be made; another one if none is named. */
    public Path folder(String key, Path otherwise) {
        Optional<String> name = text(key);
        if (name.isEmpty()) {
            return otherwise;
        }
        String allowed = "a folder that Oriel can write to, or can make";
        try {
            Path folder = Path.of(name.get()).toAbsolutePath();
            Path there = folder;
            while (there.getParent() != null && Files.notExists(there)) {
                there = there.getParent();
            }
            if (!Files.isDirectory(there) || !Files.isWritable(there)) {
                wrong(key, name.get(), allowed);
            }
            return folder;
        } catch (InvalidPathException e) {
            wrong(key, name.get(), allowed);
            return otherwise;
        }
    }

    /** Remembers that a value is wrong; nothing is added for a value that is not there, because that was told. */
    public void wrong(String key, String value, String allowed) {
        if (!value.isEmpty()) {
            String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
            problem(key + " is \"" + shown + "\": it has to be " + allowed + ".");
        }
    }

    /** Remembers a wrong setting in a sentence of its own; for secrets, whose values are never shown. */
    public void problem(String sentence) {
        problems.add(sentence);
    }

    /** @throws ConfigurationException if anything read was wrong */
    public void check() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(List.copyOf(problems));
        }
    }

    private static boolean within(long value, long least, long most) {
        return least <= value && value <= most;
    }

    private static String words(Duration time) {
        if (time.toMillisPart() != 0) {
            return time.toMillis() + "ms";
        }
        return time.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
