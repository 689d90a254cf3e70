package oriel.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/** How the text fields of {@link Fields} are made terms. */
final class MessageAnalyzer {

    private MessageAnalyzer() {}

    /** Thread safe; one is enough for all accounts. */
    static Analyzer create() {
        return new StandardAnalyzer();
    }
}
