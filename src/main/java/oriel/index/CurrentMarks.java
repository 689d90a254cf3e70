package oriel.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.Marked;
import oriel.mail.MessageRef;

import static java.util.stream.Collectors.groupingBy;

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

    /** With a flag, or without it. */
    static Marked with(Marked marked, Flag flag, boolean set) {
        Set<Flag> flags = new HashSet<>(marked.flags());
        flags.remove(flag);
        if (set) {
            flags.add(flag);
        }
        return new Marked(marked.uid(), flags, marked.tags());
    }

    /** With a tag, or without it, in any case. */
    static Marked with(Marked marked, String tag, boolean set) {
        Set<String> tags = new HashSet<>(marked.tags());
        tags.removeIf(tag::equalsIgnoreCase);
        if (set) {
            tags.add(tag);
        }
        return new Marked(marked.uid(), marked.flags(), tags);
    }

    /** Changes what messages are marked with. */
    static boolean change(AccountIndex index, List<MessageRef> messages, UnaryOperator<Marked> change)
            throws IOException {
        return byFolder(messages, (folder, uidValidity, uids) -> {
            Map<Long, Marked> current = index.read(searcher -> of(searcher, folder, uidValidity, uids));
            index.mark(
                    folder, uidValidity, current.values().stream().map(change).toList());
        });
    }

    /** Something that is done with messages of one folder. */
    @FunctionalInterface
    interface Action {
        void on(FolderPath folder, long uidValidity, long[] uids) throws IOException;
    }

    /** Does something with messages of any folders, folder by folder. */
    static boolean byFolder(List<MessageRef> messages, Action action) throws IOException {
        record Place(FolderPath folder, long uidValidity) {}
        Map<Place, List<MessageRef>> places =
                messages.stream().collect(groupingBy(each -> new Place(each.folder(), each.uidValidity())));
        for (Map.Entry<Place, List<MessageRef>> each : places.entrySet()) {
            long[] uids =
                    each.getValue().stream().mapToLong(MessageRef::uid).sorted().toArray();
            action.on(each.getKey().folder(), each.getKey().uidValidity(), uids);
        }
        return true;
    }
}
