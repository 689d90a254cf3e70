package oriel.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/** A search as a query of Lucene; what asks for folders or for messages only is added by who asks. */
final class ExpressionQueries {

    private static final List<String> ANYWHERE = List.of(Fields.SUBJECT, Fields.FROM, Fields.TO, Fields.BODY);

    /** What can be typed has at most 1,000 characters, which are 2,000 terms, each in four fields. */
    private static final int MOST_CLAUSES = 20_000;

    static {
        // For all of this class loader; Lucene is known here only.
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    private final ZoneId zone;
    private final QueryBuilder words = new QueryBuilder(MessageAnalyzer.ofSearches());

    /** @param zone of the person who searches */
    ExpressionQueries(ZoneId zone) {
        this.zone = zone;
    }

    /** The query. */
    Query of(SearchExpression expression) {
        return switch (expression) {
            case SearchExpression.And and -> all(and.of());
            case SearchExpression.Or or -> any(or.of());
            case SearchExpression.Not not -> saysNothing(not.of()) ? new MatchAllDocsQuery() : not(of(not.of()));
            case SearchExpression.Words text -> words(text);
            case SearchExpression.Marked marked -> {
                Query has = new FieldExistsQuery(Fields.flag(marked.flag()));
                yield marked.set() ? has : not(has);
            }
            case SearchExpression.Tagged tagged -> new TagQuery(tagged.tag());
            case SearchExpression.HasAttachment attachment -> new TermQuery(new Term(Fields.ATTACHMENT, "1"));
            case SearchExpression.Since since ->
                LongPoint.newRangeQuery(Fields.DATE, start(since.day()), Long.MAX_VALUE);
            case SearchExpression.Before before ->
                LongPoint.newRangeQuery(Fields.DATE, Long.MIN_VALUE, start(before.day()) - 1);
            case SearchExpression.Larger larger -> LongPoint.newRangeQuery(Fields.SIZE, larger.bytes(), Long.MAX_VALUE);
            case SearchExpression.Smaller smaller -> LongPoint.newRangeQuery(Fields.SIZE, 0, smaller.bytes());
            case SearchExpression.Among among ->
                new TermInSetQuery(
                        Fields.ID,
                        among.messages().stream()
                                .map(each -> Ids.term(each).bytes())
                                .toList());
            case SearchExpression.In in ->
                new TermQuery(new Term(Fields.FOLDER, in.folder().text()));
        };
    }

    private long start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private Query all(List<SearchExpression> of) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER);
        of.forEach(each -> query.add(of(each), Occur.MUST));
        return query.build();
    }

    private Query any(List<SearchExpression> of) {
        if (of.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        of.stream().filter(each -> !saysNothing(each)).forEach(each -> query.add(of(each), Occur.SHOULD));
        return orEverything(query);
    }

    /** Whether it is only begun, as {@code from:}, or holds no words, as {@code ?!}: it rules nothing out, nor lets all in. */
    private boolean saysNothing(SearchExpression expression) {
        return switch (expression) {
            case SearchExpression.And and -> and.of().stream().allMatch(this::saysNothing);
            case SearchExpression.Or or ->
                !or.of().isEmpty() && or.of().stream().allMatch(this::saysNothing);
            case SearchExpression.Not not -> saysNothing(not.of());
            case SearchExpression.Words text -> terms(text.text()).isEmpty();
            default -> false;
        };
    }

    private static Query not(Query query) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(query, Occur.MUST_NOT)
                .build();
    }

    private Query words(SearchExpression.Words text) {
        List<String> fields = switch (text.place()) {
            case ANYWHERE -> ANYWHERE;
            case FROM -> List.of(Fields.FROM);
            case TO -> List.of(Fields.TO);
            case CC -> List.of(Fields.CC);
            case SUBJECT -> List.of(Fields.SUBJECT);
            case BODY -> List.of(Fields.BODY);
        };
        return text.phrase() ? phrase(fields, text.text()) : eachOf(fields, text);
    }

    private Query phrase(List<String> fields, String text) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String each : fields) {
            Query in = words.createPhraseQuery(each, text);
            if (in != null) {
                query.add(in, Occur.SHOULD);
            }
        }
        return orEverything(query);
    }

    /** All words, each in any of the fields; the last one may be only begun. */
    private Query eachOf(List<String> fields, SearchExpression.Words text) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        List<String> terms = terms(text.text());
        for (int i = 0; i < terms.size(); i++) {
            boolean begun = text.prefix() && i == terms.size() - 1;
            BooleanQuery.Builder anywhere = new BooleanQuery.Builder();
            for (String field : fields) {
                Term term = new Term(field, terms.get(i));
                anywhere.add(begun ? new PrefixQuery(term) : new TermQuery(term), Occur.SHOULD);
                if (begun) {
                    // The whole word is worth more than a beginning.
                    anywhere.add(new TermQuery(term), Occur.SHOULD);
                }
            }
            query.add(anywhere.build(), Occur.MUST);
        }
        return orEverything(query);
    }

    /** Of a text that has no words nothing can be wanted. */
    private static Query orEverything(BooleanQuery.Builder query) {
        BooleanQuery built = query.build();
        return built.clauses().isEmpty() ? new MatchAllDocsQuery() : built;
    }

    private List<String> terms(String text) {
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream tokens = words.getAnalyzer().tokenStream(Fields.SUBJECT, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
            return List.copyOf(terms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
