package oriel.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import oriel.mail.Summary;

/** Conversations of what can be searched, and of what was added since. */
final class AddedThreads implements ThreadLookup {

    private final Map<String, Long> named = new HashMap<>();
    private final Map<String, Set<Long>> referring = new HashMap<>();
    private final Map<Long, Long> merged = new HashMap<>();
    private IndexSearcher searcher;
    private SegmentTerms ids;
    private SegmentTerms references;

    AddedThreads(IndexSearcher searcher) throws IOException {
        this.searcher = searcher;
        ids = new SegmentTerms(searcher.getIndexReader(), Fields.MESSAGE_ID);
        references = new SegmentTerms(searcher.getIndexReader(), Fields.REFERENCES);
    }

    /** Goes on with a searcher that may see more; what was added is kept, it may not see all. */
    AddedThreads on(IndexSearcher newer) throws IOException {
        if (newer != searcher) {
            searcher = newer;
            ids = new SegmentTerms(newer.getIndexReader(), Fields.MESSAGE_ID);
            references = new SegmentTerms(newer.getIndexReader(), Fields.REFERENCES);
        }
        return this;
    }

    /** Remembers a message. */
    void added(Summary summary, long thread) {
        if (!summary.messageId().isEmpty()) {
            named.put(summary.messageId(), thread);
        }
        for (String each : summary.references()) {
            referring.computeIfAbsent(each, key -> new HashSet<>()).add(thread);
        }
    }

    /** Remembers that one conversation is now part of another. */
    void merged(long from, long into) {
        merged.put(from, into);
    }

    /** The conversations that are part of this one, and itself: all that its messages may be named by at first. */
    Set<Long> parts(long thread) throws IOException {
        Set<Long> parts = new TreeSet<>(Set.of(thread));
        for (long each : Merges.into(searcher, thread)) {
            parts.add(each);
        }
        for (long each : merged.keySet()) {
            if (current(each) == thread) {
                parts.add(each);
                for (long earlier : Merges.into(searcher, each)) {
                    parts.add(earlier);
                }
            }
        }
        return parts;
    }

    /** About how many messages a conversation has. */
    int size(long thread) throws IOException {
        int size = 0;
        for (long part : parts(thread)) {
            size += searcher.getIndexReader().docFreq(Merges.first(part));
        }
        return size;
    }

    private long current(long thread) {
        long now = thread;
        for (Long next = merged.get(now); next != null; next = merged.get(now)) {
            now = next;
        }
        return now;
    }

    @Override
    public void named(String messageId, Set<Long> found) {
        Long thread = named.get(messageId);
        if (thread != null) {
            found.add(current(thread));
        } else {
            indexed(ids, messageId, found);
        }
    }

    @Override
    public void referring(String messageId, Set<Long> found) {
        for (long each : referring.getOrDefault(messageId, Set.of())) {
            found.add(current(each));
        }
        indexed(references, messageId, found);
    }

    private void indexed(SegmentTerms terms, String messageId, Set<Long> found) {
        try {
            for (SegmentTerms.Found each : terms.find(new BytesRef(Documents.cut(messageId)))) {
                indexed(each.reader(), each.docs(), found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void indexed(LeafReader reader, PostingsEnum docs, Set<Long> found) throws IOException {
        Bits live = reader.getLiveDocs();
        NumericDocValues threads = reader.getNumericDocValues(Fields.THREAD);
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            if ((live == null || live.get(doc)) && threads.advanceExact(doc)) {
                found.add(current(threads.longValue()));
            }
        }
    }
}
