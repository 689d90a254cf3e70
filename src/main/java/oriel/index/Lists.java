package oriel.index;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

/** Reads lists of an account. */
record Lists(Views views, AccountId account, AccountIndex index, IndexSearcher searcher) {

    /** The beginning of a list this long is read without the rest of it. */
    private static final int BEGINNING = 500;

    /** Whether nothing of a list's folders is indexed. */
    static boolean empty(AccountIndex index, IndexSearcher searcher, ListQuery list) throws IOException {
        return folders(index, list).stream()
                        .noneMatch(folder -> index.positions().of(folder).isPresent())
                && searcher.count(ListQueries.folders(list.folders())) == 0;
    }

    private static List<FolderPath> folders(AccountIndex index, ListQuery list) {
        return list.folders().isEmpty() ? List.copyOf(index.positions().folders()) : list.folders();
    }

    Listing window(ListQuery list, int offset, int limit) throws IOException {
        int[] view = views.known(account, searcher, list);
        if (view == null && isBeginning(list, offset, limit)) {
            Query query = ListQueries.of(account, list);
            int[] first = DateOrder.of(searcher, query, offset + limit);
            int total = first.length < offset + limit ? first.length : searcher.count(query);
            return listing(list, first, total, offset, limit);
        }
        int[] all = view == null ? views.of(account, searcher, list) : view;
        return listing(list, all, all.length, offset, limit);
    }

    private static boolean isBeginning(ListQuery list, int offset, int limit) {
        return list.sort() == Sort.DATE
                && !list.ascending()
                && !list.conversations()
                && 0 <= offset
                && (long) offset + limit <= BEGINNING;
    }

    private Listing listing(ListQuery list, int[] docs, int total, int offset, int limit) throws IOException {
        int from = Math.clamp(offset, 0, docs.length);
        int[] shown = Arrays.copyOfRange(docs, from, (int) Math.min(docs.length, (long) from + limit));
        List<Row> rows = Rows.of(searcher.getIndexReader(), shown);
        return new Listing(from, total, known(list), list.conversations() ? threaded(rows, shown) : rows);
    }

    private List<Row> threaded(List<Row> rows, int[] docs) throws IOException {
        List<Row> threaded = new ArrayList<>();
        for (int i = 0; i < docs.length; i++) {
            Row row = rows.get(i);
            // Rows may be in any order, and a value's documents only ascend.
            long thread = Conversations.idOf(searcher, docs[i]);
            FolderPath folder = row.envelope().ref().folder();
            threaded.add(new Row(
                    row.envelope(),
                    row.preview(),
                    Conversations.of(searcher, thread, folder, index.positions().apart())));
        }
        return threaded;
    }

    private double known(ListQuery list) throws IOException {
        long indexed = 0;
        long messages = 0;
        boolean whole = true;
        for (FolderPath folder : folders(index, list)) {
            Optional<Positions.Position> position = index.positions().of(folder);
            int all = position.map(known -> known.state().messages()).orElse(0);
            boolean complete = position.map(Positions.Position::complete).orElse(false);
            whole &= complete;
            messages += all;
            indexed += complete ? all : Math.min(all, searcher.count(ListQueries.folders(List.of(folder))));
        }
        if (whole || messages == 0) {
            return whole ? 1 : 0;
        }
        // Never all of it, as long as something is missing.
        return Math.min((double) indexed / messages, 0.99);
    }

    int position(ListQuery list, MessageRef message) throws IOException {
        int doc = doc(searcher, message);
        if (doc < 0) {
            return -1;
        }
        int[] view = views.of(account, searcher, list);
        int at = place(view, doc);
        if (at >= 0 || !list.conversations()) {
            return at;
        }
        for (int each : Conversations.docs(searcher, Conversations.idOf(searcher, doc), Set.of())) {
            at = Math.max(at, place(view, each));
        }
        return at;
    }

    private static int place(int[] view, int doc) {
        for (int i = 0; i < view.length; i++) {
            if (view[i] == doc) {
                return i;
            }
        }
        return -1;
    }

    List<MessageRef> refs(ListQuery list) throws IOException {
        return new Refs(searcher.getIndexReader(), views.of(account, searcher, list.messages()));
    }

    /** The UIDs of what meets a query, ascending. */
    static long[] uids(IndexSearcher searcher, Query query) throws IOException {
        Numbers uids = new Numbers(searcher.getIndexReader(), Fields.UID);
        int[] docs = DateOrder.of(searcher, query, Integer.MAX_VALUE);
        Arrays.sort(docs);
        long[] found = new long[docs.length];
        for (int i = 0; i < docs.length; i++) {
            found[i] = uids.of(docs[i]);
        }
        Arrays.sort(found);
        return found;
    }

    /** The UIDs of a folder's messages that lack a mark or a value, newest first. */
    static long[] without(IndexSearcher searcher, FolderPath folder, String field, int most) throws IOException {
        Numbers uids = new Numbers(searcher.getIndexReader(), Fields.UID);
        int[] docs = DateOrder.of(searcher, ListQueries.without(folder, field), most);
        long[] found = new long[docs.length];
        for (int i = 0; i < docs.length; i++) {
            found[i] = uids.of(docs[i]);
        }
        return found;
    }

    /** Documents of a folder's messages whose texts were never given, newest first; of the folder with the newest one. */
    static int[] textless(IndexSearcher searcher, List<FolderPath> folders, Instant since, int most)
            throws IOException {
        int[] newest = DateOrder.of(searcher, ListQueries.textless(folders, since), 1);
        if (newest.length == 0) {
            return newest;
        }
        FolderPath folder =
                new Refs(searcher.getIndexReader(), newest).getFirst().folder();
        return DateOrder.of(searcher, ListQueries.textless(List.of(folder), since), most);
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

    static Known known(AccountIndex index, IndexSearcher searcher, FolderPath folder, long turn) throws IOException {
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
                position.map(Positions.Position::complete).orElse(false),
                turn);
    }

    /** All folders of which something is indexed. */
    static Set<FolderPath> folders(AccountIndex index, IndexSearcher searcher) throws IOException {
        Set<FolderPath> folders = new HashSet<>(index.positions().folders());
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            SortedDocValues values = DocValues.getSorted(leaf.reader(), Fields.FOLDER);
            for (int i = 0; i < values.getValueCount(); i++) {
                folders.add(FolderPath.parse(values.lookupOrd(i).utf8ToString()));
            }
        }
        return folders;
    }
}
