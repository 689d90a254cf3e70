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
 * and widths; of scripts that write no spaces, each character and each pair of them. What is indexed is found by the parts of
 * its words, too: {@code Re:Budget}, {@code report.final.pdf} and {@code ada@mail.oriel.test} by each of theirs.
 */
final class MessageAnalyzer extends Analyzer {

    private static final int CJK = CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA;

    private final boolean parts;

    private MessageAnalyzer(boolean parts) {
        this.parts = parts;
    }

    /** For what is indexed. */
    static Analyzer create() {
        return new MessageAnalyzer(true);
    }

    /** For what is searched for: who types a whole word means the whole. */
    static Analyzer ofSearches() {
        return new MessageAnalyzer(false);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream found = new CJKBigramFilter(plain(new SpacelessScripts(words)), CJK, true);
        return new TokenStreamComponents(words, parts ? new WordParts(found) : found);
    }

    @Override
    protected TokenStream normalize(String field, TokenStream text) {
        return plain(text);
    }

    private static TokenStream plain(TokenStream text) {
        TokenStream plain = new DecimalDigitFilter(new LowerCaseFilter(new CJKWidthFilter(text)));
        return new ASCIIFoldingFilter(new Accents(new ArabicNormalizationFilter(plain)));
    }
}
