package oriel.index;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.util.BytesRef;
import oriel.mail.Address;

/** The values that names and subjects are sorted by: without regard to case and accents, cut to a bounded length. */
final class SortKeys {

    private static final int LONGEST = 80;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BEFORE_LETTERS = Pattern.compile("^[^\\p{L}\\p{N}]+");

    private SortKeys() {}

    /** Of the first of several people; empty for nobody. */
    static BytesRef person(List<Address> people) {
        return people.isEmpty() ? new BytesRef() : key(people.getFirst().display());
    }

    /** Of a subject. */
    static BytesRef subject(BaseSubject subject) {
        return key(subject.text());
    }

    private static BytesRef key(String text) {
        // A cut before folding keeps a subject of a megabyte cheap; folding can make it longer, hence the second.
        String plain = MARKS.matcher(Normalizer.normalize(cut(text, 2 * LONGEST), Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String first = BEFORE_LETTERS.matcher(plain).replaceFirst("");
        return new BytesRef(cut(first.isEmpty() ? plain : first, LONGEST));
    }

    /** The beginning of a text, without half a character at its end. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
