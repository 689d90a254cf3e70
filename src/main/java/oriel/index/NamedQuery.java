package oriel.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryCache;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;

/**
 * Messages by their Message-IDs, tens of thousands of them perhaps. Which messages of a segment they are never changes, so it
 * is looked for once for each segment and set of names, and not again when there is a new reader.
 */
final class NamedQuery extends Query {

    private static final int KEPT = 20;
    private static final long KEPT_BYTES = 8L << 20;

    /** By which set it is: whoever has it gives the same one for as long as nothing has changed. */
    private static final Cache<Set<String>, NamedQuery> QUERIES =
            Caffeine.newBuilder().weakKeys().maximumSize(KEPT).build();

    private static final QueryCache FOUND = new LRUQueryCache(KEPT, KEPT_BYTES, leaf -> true, Float.MAX_VALUE);

    private static final QueryCachingPolicy ALWAYS = new QueryCachingPolicy() {
        @Override
        public void onUse(Query query) {
            // Not counted.
        }

        @Override
        public boolean shouldCache(Query query) {
            return true;
        }
    };

    private final TermInSetQuery names;

    private NamedQuery(Set<String> messageIds) {
        names = new TermInSetQuery(
                Fields.MESSAGE_ID,
                messageIds.stream().map(Documents::cut).map(BytesRef::new).toList());
    }

    static Query of(SearchExpression.Named named) {
        return QUERIES.get(named.messageIds(), NamedQuery::new);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        Weight found = names.rewrite(searcher).createWeight(searcher, ScoreMode.COMPLETE_NO_SCORES, boost);
        return FOUND.doCache(found, ALWAYS);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "named";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedQuery query && names.equals(query.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }
}
