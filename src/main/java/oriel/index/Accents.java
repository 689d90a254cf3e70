package oriel.index;

import java.io.IOException;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes accents away that stand beside their letter, as in names of files from a Mac, those of Greek and Cyrillic letters,
 * and Hebrew vowel points. Marks of other scripts, as of Hindi, are no accents and stay.
 */
final class Accents extends TokenFilter {

    private static final Pattern MARKS =
            Pattern.compile("[\\u0300-\\u036f\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c7]+");
    private static final char FINAL_SIGMA = '\u03c2';
    private static final char SIGMA = '\u03c3';
    /** The first character that the folding to ASCII, which comes next, doesn't know. */
    private static final char FIRST = '\u0300';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Accents(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (term.chars().anyMatch(c -> c >= FIRST)) {
            String apart = Normalizer.normalize(term, Normalizer.Form.NFD);
            String plain = MARKS.matcher(apart).replaceAll("").replace(FINAL_SIGMA, SIGMA);
            if (!plain.isEmpty()) {
                term.setEmpty().append(Normalizer.normalize(plain, Normalizer.Form.NFC));
            }
        }
        return true;
    }
}
