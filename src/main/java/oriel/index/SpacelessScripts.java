package oriel.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Takes the scripts of South East Asia (Thai, Lao, Khmer, Burmese) apart by character, as UAX 29 does with Chinese: finding
 * their words needs dictionaries, and without any a whole sentence would be one word.
 */
final class SpacelessScripts extends TokenFilter {

    private static final String SOUTH_EAST_ASIAN = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.SOUTHEAST_ASIAN];
    private static final String CHARACTER = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.IDEOGRAPHIC];

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final PositionIncrementAttribute place = addAttribute(PositionIncrementAttribute.class);
    private String run = "";
    private int next;
    private int start;

    SpacelessScripts(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (next < run.length()) {
            clearAttributes();
            place.setPositionIncrement(1);
            character();
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (type.type().equals(SOUTH_EAST_ASIAN)) {
            run = term.toString();
            next = 0;
            start = offset.startOffset();
            character();
        }
        return true;
    }

    private void character() {
        int end = run.offsetByCodePoints(next, 1);
        term.setEmpty().append(run, next, end);
        offset.setOffset(start + next, start + end);
        type.setType(CHARACTER);
        next = end;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        run = "";
        next = 0;
    }
}
