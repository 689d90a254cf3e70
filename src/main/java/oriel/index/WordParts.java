package oriel.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;

/**
 * Adds to a word that holds punctuation its parts, all in its place, so that phrases around it still hold: UAX 29 takes
 * {@code Re:Budget}, {@code l'été} and {@code mail.oriel.test} for one word each.
 */
final class WordParts extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute place = addAttribute(PositionIncrementAttribute.class);
    private final Deque<String> parts = new ArrayDeque<>();
    private AttributeSource.State whole = captureState();

    WordParts(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        String part = parts.poll();
        if (part != null) {
            restoreState(whole);
            term.setEmpty().append(part);
            place.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        split();
        return true;
    }

    private void split() {
        int from = 0;
        for (int i = 0; i <= term.length(); i++) {
            if (i == term.length() || isBetween(term.charAt(i))) {
                if (i > from && i - from < term.length()) {
                    parts.add(term.subSequence(from, i).toString());
                }
                from = i + 1;
            }
        }
        if (!parts.isEmpty()) {
            whole = captureState();
        }
    }

    private static boolean isBetween(char c) {
        return !Character.isLetterOrDigit(c)
                && !Character.isSurrogate(c)
                && Character.getType(c) != Character.NON_SPACING_MARK
                && Character.getType(c) != Character.COMBINING_SPACING_MARK
                && Character.getType(c) != Character.ENCLOSING_MARK
                && Character.getType(c) != Character.FORMAT;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        parts.clear();
    }
}
