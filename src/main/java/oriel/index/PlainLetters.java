package oriel.index;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Words as everybody may type them: in lower case, without accents and the vowel points of Hebrew and Arabic, with one way of
 * writing each letter, be it of full width, a ligature, composed or not (NFKC, UAX 15). What makes another letter or vowel
 * stays: the marks of Indic scripts, of Thai and of kana.
 */
final class PlainLetters extends TokenFilter {

    private static final Set<UnicodeScript> ACCENTED = EnumSet.of(
            UnicodeScript.INHERITED,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.HEBREW,
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC);

    private static final String VOICED_KANA = "\u3099\u309a";

    /** Gershayim and Geresh, which mark abbreviations and numbers in the middle of Hebrew words. */
    private static final String HEBREW_MARKS = "\"\u05f4\u05f3";

    private static final int FIRST_SKIN_TONE = 0x1F3FB;
    private static final int LAST_SKIN_TONE = 0x1F3FF;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    PlainLetters(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!lowerAscii(term.buffer(), term.length())) {
            String plain = plain(term.toString());
            term.setEmpty().append(plain);
        }
        return true;
    }

    /** The way of almost all words; false if there are other letters, with which nothing is lost. */
    private static boolean lowerAscii(char[] word, int length) {
        for (int i = 0; i < length; i++) {
            if (word[i] > 'z' || word[i] == '"') {
                return false;
            }
            if (word[i] >= 'A' && word[i] <= 'Z') {
                word[i] += 'a' - 'A';
            }
        }
        return true;
    }

    /** A text of any letters as it is indexed. */
    static String plain(String word) {
        StringBuilder plain = new StringBuilder(word.length());
        Normalizer.normalize(word, Normalizer.Form.NFKD)
                .codePoints()
                .filter(PlainLetters::stays)
                .map(PlainLetters::lower)
                .forEach(plain::appendCodePoint);
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }

    private static boolean stays(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.ENCLOSING_MARK -> false;
            case Character.NON_SPACING_MARK -> !ACCENTED.contains(UnicodeScript.of(c)) || VOICED_KANA.indexOf(c) >= 0;
            default -> HEBREW_MARKS.indexOf(c) < 0 && (c < FIRST_SKIN_TONE || c > LAST_SKIN_TONE);
        };
    }

    private static int lower(int c) {
        int lower = Character.toLowerCase(c);
        return lower == '\u03c2' ? '\u03c3' : lower;
    }
}
