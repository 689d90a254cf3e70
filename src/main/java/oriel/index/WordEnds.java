package oriel.index;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Adds to words that begin with something written together with them what people look for without it, in the same place: the
 * number of {@code v1} and {@code INV2026001}, and Arabic and Hebrew words without article, "and", "in" and their like. Other
 * scripts write those as words of their own.
 */
final class WordEnds extends TokenFilter {

    /** Of what is indexed only: it is in texts, and nobody types it. */
    static final String TYPE = "end";

    private static final Pattern NUMBER = Pattern.compile("[\\p{L}&&\\P{IsHan}]{1,6}(\\d{1,18})");
    private static final Pattern ARABIC = Pattern.compile(
            "(?:[\u0648\u0641]?(?:[\u0628\u0643]?\u0627\u0644|\u0644\u0644)|\u0648)(\\p{IsArabic}{3,})");
    private static final Pattern HEBREW =
            Pattern.compile("[\u05d5\u05e9]?[\u05d4\u05d1\u05dc\u05de\u05db\u05e9\u05d5](\\p{IsHebrew}{3,})");

    private static final int FIRST_HEBREW = 0x590;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private String end = "";

    WordEnds(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!end.isEmpty()) {
            term.setEmpty().append(end);
            step.setPositionIncrement(0);
            type.setType(TYPE);
            end = "";
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (maySplit()) {
            end = end(term.toString());
        }
        return true;
    }

    /** Almost no word does, and each is asked. */
    private boolean maySplit() {
        if (term.length() < 2) {
            return false;
        }
        char first = term.charAt(0);
        char last = term.charAt(term.length() - 1);
        return first >= FIRST_HEBREW || last <= '9' && first > '9';
    }

    /** What a word ends with; empty if nobody looks for that. */
    static String end(String word) {
        for (Pattern each : new Pattern[] {NUMBER, ARABIC, HEBREW}) {
            Matcher matcher = each.matcher(word);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return "";
    }

    /** A whole text of one Arabic word without its article; empty if it has none. */
    static String withoutArticle(String word) {
        Matcher matcher = ARABIC.matcher(word);
        return matcher.matches() ? matcher.group(1) : "";
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        end = "";
    }
}
