package oriel.index;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.NumericUtils;
import oriel.mail.Flag;

/** A list in order by date, brought into the order that is asked for. */
final class Orders {

    private Orders() {}

    /** @param newest the documents, newest first */
    static int[] sorted(IndexSearcher searcher, int[] newest, ListQuery list) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        boolean ascending = list.ascending();
        return switch (list.sort()) {
            case DATE -> ascending ? backwards(newest) : newest;
            case SENDER -> KeyOrder.byTerm(reader, newest, Fields.SORT_SENDER, ascending);
            case RECIPIENT -> KeyOrder.byTerm(reader, newest, Fields.SORT_RECIPIENT, ascending);
            case SUBJECT -> KeyOrder.byTerm(reader, newest, Fields.SORT_SUBJECT, ascending);
            case SIZE -> KeyOrder.byNumber(reader, newest, Orders::sizes, ascending);
            case UNREAD -> KeyOrder.byNumber(reader, newest, leaf -> marks(leaf, Flag.SEEN, false), ascending);
            case FLAGGED -> KeyOrder.byNumber(reader, newest, leaf -> marks(leaf, Flag.FLAGGED, true), ascending);
            case ATTACHMENT -> KeyOrder.byNumber(reader, newest, Orders::attachments, ascending);
            case RELEVANCE -> relevance(searcher, newest, list);
        };
    }

    private static int[] backwards(int[] newest) {
        int[] oldest = new int[newest.length];
        for (int i = 0; i < oldest.length; i++) {
            oldest[i] = newest[newest.length - 1 - i];
        }
        return oldest;
    }

    private static KeyOrder.Keys sizes(LeafReaderContext leaf) throws IOException {
        NumericDocValues sizes = leaf.reader().getNumericDocValues(Fields.SIZE);
        return doc -> sizes != null && sizes.advanceExact(doc) ? sizes.longValue() : 0;
    }

    private static KeyOrder.Keys marks(LeafReaderContext leaf, Flag flag, boolean set) throws IOException {
        NumericDocValues marks = leaf.reader().getNumericDocValues(Fields.flag(flag));
        return doc -> (marks != null && marks.advanceExact(doc)) == set ? 1 : 0;
    }

    private static KeyOrder.Keys attachments(LeafReaderContext leaf) throws IOException {
        PostingsEnum docs = leaf.reader().postings(new Term(Fields.ATTACHMENT, "1"), PostingsEnum.NONE);
        return doc -> docs != null && reached(docs, doc) ? 1 : 0;
    }

    private static int[] relevance(IndexSearcher searcher, int[] newest, ListQuery list) throws IOException {
        if (list.search().equals(SearchExpression.ALL)) {
            return list.ascending() ? backwards(newest) : newest;
        }
        Weight weight = searcher.createWeight(searcher.rewrite(ListQueries.search(list)), ScoreMode.COMPLETE, 1);
        return KeyOrder.byNumber(
                searcher.getIndexReader(),
                newest,
                leaf -> {
                    Scorer scorer = weight.scorer(leaf);
                    DocIdSetIterator docs = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
                    return doc -> reached(docs, doc) ? NumericUtils.floatToSortableInt(scorer.score()) : 0;
                },
                list.ascending());
    }

    private static boolean reached(DocIdSetIterator docs, int doc) throws IOException {
        return docs.docID() == doc || docs.docID() < doc && docs.advance(doc) == doc;
    }
}
