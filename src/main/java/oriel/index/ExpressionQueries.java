package oriel.index;

import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;

/** A search as a query of Lucene; what asks for folders or for messages only is added by who asks. */
final class ExpressionQueries {

    private ExpressionQueries() {}

    /** The query. */
    static Query of(SearchExpression expression) {
        return switch (expression) {
            case SearchExpression.And and -> all(and.of());
            case SearchExpression.Or or -> any(or.of());
            case SearchExpression.Not not -> not(of(not.of()));
            case SearchExpression.Words text -> WordQueries.of(text);
            case SearchExpression.Marked marked -> {
                Query has = new FieldExistsQuery(Fields.flag(marked.flag()));
                yield marked.set() ? has : not(has);
            }
            case SearchExpression.Tagged tagged -> new TagQuery(tagged.tag());
            case SearchExpression.HasAttachment attachment -> new TermQuery(new Term(Fields.ATTACHMENT, "1"));
            case SearchExpression.Since since ->
                LongPoint.newRangeQuery(Fields.DATE, since.moment().toEpochMilli(), Long.MAX_VALUE);
            case SearchExpression.Before before ->
                LongPoint.newRangeQuery(
                        Fields.DATE, Long.MIN_VALUE, before.moment().toEpochMilli() - 1);
            case SearchExpression.Larger larger -> LongPoint.newRangeQuery(Fields.SIZE, larger.bytes(), Long.MAX_VALUE);
            case SearchExpression.Smaller smaller -> LongPoint.newRangeQuery(Fields.SIZE, 0, smaller.bytes());
            case SearchExpression.Among among ->
                new TermInSetQuery(
                        Fields.ID,
                        among.messages().stream()
                                .map(each -> Ids.term(each).bytes())
                                .toList());
            case SearchExpression.Named named -> NamedQuery.of(named);
            case SearchExpression.Received received ->
                all(
                        LongPoint.newExactQuery(Fields.DATE, received.date().toEpochMilli()),
                        LongPoint.newExactQuery(Fields.SIZE, received.bytes()));
            case SearchExpression.In in ->
                new TermQuery(new Term(Fields.FOLDER, in.folder().text()));
        };
    }

    private static Query all(List<SearchExpression> of) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER);
        of.forEach(each -> query.add(of(each), Occur.MUST));
        return query.build();
    }

    private static Query all(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.FILTER)
                .add(other, Occur.FILTER)
                .build();
    }

    private static Query any(List<SearchExpression> of) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        of.forEach(each -> query.add(of(each), Occur.SHOULD));
        return query.build();
    }

    private static Query not(Query query) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(query, Occur.MUST_NOT)
                .build();
    }
}
