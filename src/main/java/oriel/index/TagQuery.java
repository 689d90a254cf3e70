package oriel.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Messages with a tag, in any case (RFC 3501 section 9 has keywords as atoms, which servers compare so). Tags lie in a doc
 * value that can be changed in place, and not in terms, so that a tag is found as soon as it is seen.
 */
final class TagQuery extends Query {

    private static final char BETWEEN = ' ';

    private final String tag;

    TagQuery(String tag) {
        this.tag = tag.toLowerCase(Locale.ROOT);
    }

    /** The value of {@link Fields#TAGS}; null for no tags. */
    static @Nullable BytesRef value(Collection<String> tags) {
        return tags.isEmpty() ? null : new BytesRef(String.join(" ", new TreeSet<>(tags)));
    }

    /** Reads what {@link #value} made. */
    static Set<String> tags(BytesRef value) {
        return Set.copyOf(Arrays.asList(text(value).split(" ")));
    }

    private static String text(BytesRef value) {
        return new String(value.bytes, value.offset, value.length, StandardCharsets.UTF_8);
    }

    private boolean in(BytesRef value) {
        String text = text(value).toLowerCase(Locale.ROOT);
        for (int at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, at + 1)) {
            int end = at + tag.length();
            if ((at == 0 || text.charAt(at - 1) == BETWEEN) && (end == text.length() || text.charAt(end) == BETWEEN)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                BinaryDocValues values = context.reader().getBinaryDocValues(Fields.TAGS);
                return values == null
                        ? null
                        : new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, iterator(values)));
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    private TwoPhaseIterator iterator(BinaryDocValues values) {
        return new TwoPhaseIterator(values) {
            @Override
            public boolean matches() throws IOException {
                return in(values.binaryValue());
            }

            @Override
            public float matchCost() {
                return 20;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "tag:" + tag;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TagQuery query && tag.equals(query.tag);
    }

    @Override
    public int hashCode() {
        return tag.hashCode();
    }
}
