package oriel.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Takes runs of Thai, Lao, Khmer and Burmese apart, which write no spaces between words: into each letter with its marks.
 * A word is a phrase of them then, found in any place without a dictionary.
 */
final class SyllableSigns extends TokenFilter {

    private static final String RUN = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.SOUTHEAST_ASIAN];

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final Deque<String> waiting = new ArrayDeque<>();
    private State run;

    SyllableSigns(TokenStream words) {
        super(words);
        run = captureState();
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (waiting.isEmpty()) {
            if (!input.incrementToken()) {
                return false;
            }
            if (!RUN.equals(type.type())) {
                return true;
            }
            run = captureState();
            takeApart(term.toString());
        }
        restoreState(run);
        term.setEmpty().append(waiting.removeFirst());
        return true;
    }

    private void takeApart(String text) {
        int from = 0;
        for (int at = 1; at < text.length(); at++) {
            if (Character.isLetterOrDigit(text.charAt(at))) {
                waiting.add(text.substring(from, at));
                from = at;
            }
        }
        waiting.add(text.substring(from));
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting.clear();
    }
}
