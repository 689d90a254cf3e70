package oriel.index;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Words of a search as a query of Lucene: one, or the parts of one, or several in quotes, side by side in one field. */
final class WordQueries {

    private static final List<String> ANYWHERE =
            List.of(Fields.SUBJECT, Fields.FROM, Fields.TO, Fields.FILES, Fields.BODY);

    private static final int LONG = 7;

    static {
        // A search has at most 1,000 characters, which can be 500 words; each asks five fields, in up to three
        // spellings,
        // for itself and for what it begins. Lucene's limit of 1,024 is for those that nobody bounds.
        IndexSearcher.setMaxClauseCount(20_000);
    }

    private WordQueries() {}

    static Query of(SearchExpression.Words words) {
        if (SearchTerms.of(words.text()).isEmpty()) {
            // Of a text that has no words nothing can be wanted.
            return new MatchAllDocsQuery();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        add(query, words, words.text(), words.prefix());
        for (String longer : Spellings.longer(words.text())) {
            add(query, words, longer, words.prefix());
        }
        for (String shorter : Spellings.shorter(words.text())) {
            // Short ones begin too much else.
            add(query, words, shorter, words.prefix() && shorter.length() >= LONG);
        }
        return query.build();
    }

    private static void add(BooleanQuery.Builder query, SearchExpression.Words words, String text, boolean begun) {
        SearchTerms terms = SearchTerms.of(text);
        for (String field : fields(words.place())) {
            if (!begun || !terms.open()) {
                query.add(whole(field, terms), Occur.SHOULD);
            } else if (terms.terms().size() == 1) {
                query.add(new PrefixQuery(new Term(field, terms.terms().getFirst())), Occur.SHOULD);
                // The whole word is worth more than a beginning.
                query.add(whole(field, terms), Occur.SHOULD);
            } else {
                query.add(new BegunPhraseQuery(field, terms), Occur.SHOULD);
            }
        }
    }

    private static List<String> fields(SearchExpression.Place place) {
        return switch (place) {
            case ANYWHERE -> ANYWHERE;
            case FROM -> List.of(Fields.FROM);
            case TO -> List.of(Fields.TO);
            case CC -> List.of(Fields.CC);
            case SUBJECT -> List.of(Fields.SUBJECT);
            case BODY -> List.of(Fields.BODY);
            case FILE -> List.of(Fields.FILES);
        };
    }

    private static Query whole(String field, SearchTerms terms) {
        if (terms.terms().size() == 1) {
            return new TermQuery(new Term(field, terms.terms().getFirst()));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        for (int i = 0; i < terms.terms().size(); i++) {
            phrase.add(new Term(field, terms.terms().get(i)), terms.positions().get(i));
        }
        return phrase.build();
    }
}
