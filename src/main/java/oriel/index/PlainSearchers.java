package oriel.index;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;

/** Searchers without Lucene's cache of filters: what is asked often is cached as a view. */
final class PlainSearchers extends SearcherFactory {

    @Override
    public IndexSearcher newSearcher(IndexReader reader, IndexReader before) {
        IndexSearcher searcher = new Joins.Searcher(reader);
        searcher.setQueryCache(null);
        return searcher;
    }
}
