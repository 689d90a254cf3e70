package oriel.index;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Takes texts of any language apart into what is searched for: words by the rules of Unicode (UAX 29), and the parts of those
 * that marks join ({@link JoinedWords}), without case, accents and widths ({@link PlainLetters}); of scripts that write no
 * spaces, each character and each pair of them; of Thai and its like, each syllable sign; and what words end with that is
 * written together with something else ({@link WordEnds}).
 */
final class MessageAnalyzer extends Analyzer {

    private static final int PAIRS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    private MessageAnalyzer() {}

    static Analyzer create() {
        return new MessageAnalyzer();
    }

    @Override
    protected Reader initReader(String field, Reader text) {
        return new JoinedWords(text);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream plain = new DecimalDigitFilter(new PlainLetters(words));
        plain = new PersianNormalizationFilter(new ArabicNormalizationFilter(plain));
        plain = new SyllableSigns(new ASCIIFoldingFilter(plain));
        // Hangul too: Korean writes compounds together.
        return new TokenStreamComponents(words, new WordEnds(new CJKBigramFilter(plain, PAIRS, true)));
    }
}
