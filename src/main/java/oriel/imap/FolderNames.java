package oriel.imap;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What kinds of folders are called in several languages, as a resource beside this class tells. Names are compared {@link #folded}. */
final class FolderNames {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Z}\\p{Pd}'\u2019_]+");

    /** Names by kind, by language. */
    private final Map<String, Map<String, List<String>>> languages = new TreeMap<>();

    /** @param resource lines of {@code kind.language = name, name} */
    FolderNames(String resource) {
        Properties lines = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(FolderNames.class.getResourceAsStream(resource)), StandardCharsets.UTF_8)) {
            lines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : lines.stringPropertyNames()) {
            String[] kind = key.split("\\.", 2);
            languages
                    .computeIfAbsent(kind[1], language -> new TreeMap<>())
                    .put(
                            kind[0],
                            Arrays.stream(lines.getProperty(key).split(","))
                                    .map(FolderNames::folded)
                                    .toList());
        }
    }

    /** A name without what makes no difference: case, accents, composed or not, the kind of space, hyphen and apostrophe. */
    static String folded(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return BETWEEN_WORDS
                .matcher(plain.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /** The languages, first those that more kinds of the folders are called in; English before others. */
    List<String> languagesOf(Collection<String> folded) {
        return languages.keySet().stream()
                .sorted(Comparator.comparing((String language) -> -kinds(language, folded))
                        .thenComparing(language -> !language.equals("en"))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** How many kinds of the folders are called in this language. */
    int kinds(String language, Collection<String> folded) {
        return (int) languages.get(language).values().stream()
                .filter(names -> names.stream().anyMatch(folded::contains))
                .count();
    }

    /** What a kind is called in these languages, in their order. */
    List<String> of(String kind, List<String> inLanguages) {
        List<String> names = new ArrayList<>();
        for (String language : inLanguages) {
            names.addAll(languages.get(language).getOrDefault(kind, List.of()));
        }
        return names;
    }

    /** All kinds that have a name in any of the languages. */
    List<String> kinds() {
        return languages.values().stream()
                .flatMap(names -> names.keySet().stream())
                .distinct()
                .toList();
    }

    /** All names in this language. */
    List<String> in(String language) {
        return languages.get(language).values().stream().flatMap(List::stream).toList();
    }
}
