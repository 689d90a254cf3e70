package oriel.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

/** Reads lists. */
final class Lists {

    private Lists() {}

    static Optional<Listing> list(
            Views views,
            AccountId account,
            AccountIndex index,
            IndexSearcher searcher,
            ListQuery query,
            int offset,
            int limit)
            throws IOException {
        if (query.folders().stream()
                        .noneMatch(folder -> index.positions().of(folder).isPresent())
                && searcher.count(ListQueries.folders(query.folders())) == 0) {
            return Optional.empty();
        }
        int[] view = views.of(account, searcher, query);
        int from = Math.clamp(offset, 0, view.length);
        int[] docs = Arrays.copyOfRange(view, from, Math.min(view.length, from + limit));
        List<Row> rows = Rows.of(searcher.getIndexReader(), docs);
        return Optional.of(new Listing(from, view.length, known(index, searcher, query), rows));
    }

    private static double known(AccountIndex index, IndexSearcher searcher, ListQuery query) throws IOException {
        long indexed = 0;
        long messages = 0;
        for (FolderPath folder : query.folders().isEmpty() ? index.positions().folders() : query.folders()) {
            Optional<Positions.Position> position = index.positions().of(folder);
            if (position.isPresent()) {
                int all = position.get().state().messages();
                messages += all;
                indexed += position.get().complete()
                        ? all
                        : Math.min(all, searcher.count(ListQueries.folders(List.of(folder))));
            }
        }
        return messages == 0 ? 1 : (double) indexed / messages;
    }

    static int position(Views views, AccountId account, IndexSearcher searcher, ListQuery query, MessageRef message)
            throws IOException {
        int doc = doc(searcher, message);
        if (doc >= 0) {
            int[] view = views.of(account, searcher, query);
            for (int i = 0; i < view.length; i++) {
                if (view[i] == doc) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The document of a message; -1 if there is none. */
    static int doc(IndexSearcher searcher, MessageRef message) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            PostingsEnum docs = leaf.reader().postings(Ids.term(message), PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            while (docs != null && docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(docs.docID())) {
                    return leaf.docBase + docs.docID();
                }
            }
        }
        return -1;
    }

    static Known known(AccountIndex index, IndexSearcher searcher, FolderPath folder) throws IOException {
        long[] uids = new long[256];
        int count = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            PostingsEnum docs = leaf.reader().postings(ListQueries.folder(folder), PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            NumericDocValues values = leaf.reader().getNumericDocValues(Fields.UID);
            while (docs != null && docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if ((live == null || live.get(docs.docID())) && values.advanceExact(docs.docID())) {
                    uids = ArrayUtil.grow(uids, count + 1);
                    uids[count++] = values.longValue();
                }
            }
        }
        long[] sorted = Arrays.copyOf(uids, count);
        Arrays.sort(sorted);
        Optional<Positions.Position> position = index.positions().of(folder);
        return new Known(
                position.map(Positions.Position::state).orElse(null),
                sorted,
                position.map(Positions.Position::complete).orElse(false));
    }
}
