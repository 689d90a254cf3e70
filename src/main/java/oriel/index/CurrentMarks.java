package oriel.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import oriel.mail.Envelope;
import oriel.mail.FolderPath;
import oriel.mail.Marked;

/** What messages are marked with in the index. */
final class CurrentMarks {

    private CurrentMarks() {}

    /** Those of the messages that are marked otherwise in the index than they are told to be. */
    static List<Marked> others(IndexSearcher searcher, FolderPath folder, long uidValidity, List<Marked> told)
            throws IOException {
        long[] uids = told.stream().mapToLong(Marked::uid).sorted().toArray();
        Map<Long, Marked> current = of(searcher, folder, uidValidity, uids);
        return told.stream()
                .filter(each -> {
                    Marked known = current.get(each.uid());
                    return known != null && !known.equals(each);
                })
                .toList();
    }

    /** The marks by UID; without those that are not indexed. */
    static Map<Long, Marked> of(IndexSearcher searcher, FolderPath folder, long uidValidity, long... uids)
            throws IOException {
        Map<Long, Marked> marks = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms ids = leaf.reader().terms(Fields.ID);
            if (ids != null) {
                Rows.Values values = new Rows.Values(leaf.reader());
                for (int doc : documents(leaf, ids, folder, uidValidity, uids)) {
                    Envelope row = values.envelope(doc);
                    marks.put(row.ref().uid(), new Marked(row.ref().uid(), row.flags(), row.tags()));
                }
            }
        }
        return marks;
    }

    /** In ascending order, as values are read. */
    private static int[] documents(LeafReaderContext leaf, Terms ids, FolderPath folder, long uidValidity, long... uids)
            throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        TermsEnum terms = ids.iterator();
        List<Integer> documents = new ArrayList<>();
        for (long uid : uids) {
            BytesRef id = Ids.term(folder, uidValidity, uid).bytes();
            if (terms.seekExact(id)) {
                PostingsEnum found = terms.postings(null, PostingsEnum.NONE);
                for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
                    if (live == null || live.get(doc)) {
                        documents.add(doc);
                    }
                }
            }
        }
        int[] sorted = documents.stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
