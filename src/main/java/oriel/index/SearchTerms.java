package oriel.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * The terms that a typed text is found by, each with its place among the others: one for each place, the longest. Of a
 * character of a pair the pair is enough.
 *
 * @param open whether more may follow the last term; a character or a pair of a script without spaces is found as it is
 */
record SearchTerms(List<String> terms, List<Integer> positions, boolean open) {

    private static final Analyzer ANALYZER = MessageAnalyzer.create();

    static SearchTerms of(String text) {
        try (TokenStream tokens = ANALYZER.tokenStream(Fields.SUBJECT, text)) {
            return new Reader(tokens).all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    private static final class Reader {
        private final TokenStream tokens;
        private final CharTermAttribute term;
        private final PositionIncrementAttribute step;
        private final TypeAttribute type;
        private final List<String> terms = new ArrayList<>();
        private final List<Integer> positions = new ArrayList<>();
        private int position = -1;
        private int pair = -2;
        private boolean open;

        Reader(TokenStream tokens) {
            this.tokens = tokens;
            term = tokens.addAttribute(CharTermAttribute.class);
            step = tokens.addAttribute(PositionIncrementAttribute.class);
            type = tokens.addAttribute(TypeAttribute.class);
        }

        SearchTerms all() throws IOException {
            tokens.reset();
            while (tokens.incrementToken()) {
                position += step.getPositionIncrement();
                if (!term.isEmpty() && !WordEnds.TYPE.equals(type.type())) {
                    take();
                }
            }
            tokens.end();
            dropEndOfPair();
            return new SearchTerms(List.copyOf(terms), List.copyOf(positions), open);
        }

        private void take() {
            if (!positions.isEmpty() && positions.getLast() == position) {
                drop();
            } else {
                dropEndOfPair();
            }
            terms.add(term.toString());
            positions.add(position);
            boolean isPair = CJKBigramFilter.DOUBLE_TYPE.equals(type.type());
            open = !isPair && !CJKBigramFilter.SINGLE_TYPE.equals(type.type());
            if (isPair) {
                pair = position;
            }
        }

        /** A character by itself whose place a pair before it covers. */
        private void dropEndOfPair() {
            if (!positions.isEmpty() && positions.getLast() == pair + 1) {
                drop();
            }
        }

        private void drop() {
            terms.removeLast();
            positions.removeLast();
        }
    }
}
