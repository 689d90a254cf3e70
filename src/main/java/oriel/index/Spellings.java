package oriel.index;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How else a text may be written: an umlaut as two letters, and the other way round; an Arabic word without its article. */
final class Spellings {

    private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{5,}");

    /** As in {@code Mueller}, but not as in {@code queue} and {@code value}. */
    private static final Pattern TWO_LETTERS =
            Pattern.compile("(?<![aeiouqAEIOUQ])(?:([aouAOU])[eE]|([aA])[aA])(?=\\p{L})");

    private Spellings() {}

    /** With two letters for each umlaut; none if there is no umlaut. */
    static List<String> longer(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder longer = new StringBuilder();
        for (char c : composed.toCharArray()) {
            switch (c) {
                case '\u00e4', '\u00c4' -> longer.append("ae");
                case '\u00f6', '\u00d6', '\u00f8', '\u00d8' -> longer.append("oe");
                case '\u00fc', '\u00dc' -> longer.append("ue");
                case '\u00e5', '\u00c5' -> longer.append("aa");
                default -> longer.append(c);
            }
        }
        return longer.length() == composed.length() ? List.of() : List.of(longer.toString());
    }

    /** With one letter for two that may stand for an umlaut, in long words, since short ones become other words; without an article. */
    static List<String> shorter(String text) {
        String shorter = LONG_WORD
                .matcher(text)
                .replaceAll(word -> TWO_LETTERS.matcher(word.group()).replaceAll("$1$2"));
        return Stream.of(shorter, WordEnds.withoutArticle(text.strip()))
                .filter(each -> !each.isEmpty() && !each.equals(text))
                .toList();
    }
}
