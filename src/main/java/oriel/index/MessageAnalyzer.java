package oriel.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Takes texts of any language apart into what is searched for: words by the rules of Unicode (UAX 29), without case, accents
 * and widths; of scripts that write no spaces, each character and each pair of them.
 */
final class MessageAnalyzer extends Analyzer {

    private static final int CJK = CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA;

    private MessageAnalyzer() {}

    static Analyzer create() {
        return new MessageAnalyzer();
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, new CJKBigramFilter(plain(words), CJK, true));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream text) {
        return plain(text);
    }

    private static TokenStream plain(TokenStream text) {
        TokenStream plain = new DecimalDigitFilter(new LowerCaseFilter(new CJKWidthFilter(text)));
        return new ASCIIFoldingFilter(new ArabicNormalizationFilter(plain));
    }
}
