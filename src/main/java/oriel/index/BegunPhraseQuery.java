package oriel.index;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * A phrase of two terms at least, of which the last may be only begun, as in {@code mail.exa}. Where very many terms begin so,
 * the last one may stand anywhere.
 */
final class BegunPhraseQuery extends Query {

    private static final int MOST = 300;

    private final String field;
    private final SearchTerms terms;

    BegunPhraseQuery(String field, SearchTerms terms) {
        this.field = field;
        this.terms = terms;
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        BytesRef begun = new BytesRef(terms.terms().getLast());
        Set<BytesRef> found = new TreeSet<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            collect(leaf, begun, found);
        }
        return found.size() > MOST ? anywhere() : phrase(found);
    }

    private void collect(LeafReaderContext leaf, BytesRef begun, Set<BytesRef> found) throws IOException {
        Terms all = leaf.reader().terms(field);
        TermsEnum each = all == null ? TermsEnum.EMPTY : all.iterator();
        TermsEnum.SeekStatus at = each.seekCeil(begun);
        for (BytesRef term = at == TermsEnum.SeekStatus.END ? null : each.term();
                term != null && StringHelper.startsWith(term, begun) && found.size() <= MOST;
                term = each.next()) {
            found.add(BytesRef.deepCopyOf(term));
        }
    }

    private Query phrase(Set<BytesRef> found) {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        int last = terms.terms().size() - 1;
        for (int i = 0; i < last; i++) {
            phrase.add(
                    new Term[] {new Term(field, terms.terms().get(i))},
                    terms.positions().get(i));
        }
        Term[] ends = found.stream().map(each -> new Term(field, each)).toArray(Term[]::new);
        Term[] begun = {new Term(field, terms.terms().get(last))};
        return phrase.add(ends.length == 0 ? begun : ends, terms.positions().get(last))
                .build();
    }

    private Query anywhere() {
        int last = terms.terms().size() - 1;
        PhraseQuery.Builder before = new PhraseQuery.Builder();
        for (int i = 0; i < last; i++) {
            before.add(new Term(field, terms.terms().get(i)), terms.positions().get(i));
        }
        return new BooleanQuery.Builder()
                .add(before.build(), Occur.MUST)
                .add(new PrefixQuery(new Term(field, terms.terms().get(last))), Occur.FILTER)
                .build();
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String of) {
        return field + ":" + terms.terms() + "*";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BegunPhraseQuery query && field.equals(query.field) && terms.equals(query.terms);
    }

    @Override
    public int hashCode() {
        return 31 * field.hashCode() + terms.hashCode();
    }
}
