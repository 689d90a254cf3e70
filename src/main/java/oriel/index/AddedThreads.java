package oriel.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import oriel.mail.Summary;

/** Conversations of what can be searched, and of what was added since. */
final class AddedThreads implements ThreadLookup {

    private final Map<String, Long> named = new HashMap<>();
    private final Map<String, TreeSet<Long>> referring = new HashMap<>();
    private final Map<String, List<Near>> subjects = new HashMap<>();
    private final Map<Long, Long> merged = new HashMap<>();
    private IndexSearcher searcher;

    AddedThreads(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** Goes on with a searcher that may see more; what was added is kept, it may not see all. */
    AddedThreads on(IndexSearcher newer) {
        searcher = newer;
        return this;
    }

    int size() {
        return named.size() + merged.size();
    }

    /** Remembers a message. */
    void added(Summary summary, long thread) {
        if (!summary.messageId().isEmpty()) {
            named.put(summary.messageId(), thread);
        }
        for (String each : summary.references()) {
            referring.computeIfAbsent(each, key -> new TreeSet<>()).add(thread);
        }
        String base = BaseSubject.of(summary.envelope().subject());
        if (!base.isEmpty()) {
            subjects.computeIfAbsent(Documents.cut(base), key -> new ArrayList<>())
                    .add(new Near(thread, summary.envelope().date()));
        }
    }

    /** Remembers that one conversation is now part of another. */
    void merged(long from, long into) {
        merged.put(from, into);
    }

    /** The conversations that are part of this one, and itself: all that its messages may be named by at first. */
    long[] parts(long thread) throws IOException {
        TreeSet<Long> parts = new TreeSet<>(List.of(thread));
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
        return numbers(parts);
    }

    /** About how many messages a conversation has. */
    int size(long thread) throws IOException {
        int size = 0;
        for (long part : parts(thread)) {
            size += searcher.getIndexReader().docFreq(Merges.first(part));
        }
        return size;
    }

    private static long[] numbers(TreeSet<Long> of) {
        return of.stream().mapToLong(Long::longValue).toArray();
    }

    private long current(long thread) {
        long now = thread;
        for (Long next = merged.get(now); next != null; next = merged.get(now)) {
            now = next;
        }
        return now;
    }

    @Override
    public long[] named(Collection<String> messageIds) {
        TreeSet<Long> found = new TreeSet<>();
        for (String each : messageIds) {
            Long thread = named.get(each);
            if (thread != null) {
                found.add(current(thread));
            } else {
                indexed(new Term(Fields.MESSAGE_ID, Documents.cut(each)), found);
            }
        }
        return numbers(found);
    }

    @Override
    public long[] referring(String messageId) {
        TreeSet<Long> found = new TreeSet<>();
        referring.getOrDefault(messageId, new TreeSet<>()).forEach(each -> found.add(current(each)));
        indexed(new Term(Fields.REFERENCES, Documents.cut(messageId)), found);
        return numbers(found);
    }

    private void indexed(Term term, TreeSet<Long> found) {
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Found docs = Found.of(leaf.reader(), term);
                while (docs != null && docs.next(0)) {
                    found.add(current(docs.thread()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Near> sameSubject(String base, Instant from, Instant to, int most) {
        List<Near> found = new ArrayList<>();
        subjects.getOrDefault(Documents.cut(base), List.of()).stream()
                .filter(each -> !each.date().isBefore(from) && !each.date().isAfter(to))
                .forEach(each -> found.add(new Near(current(each.thread()), each.date())));
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                near(leaf.reader(), base, from, to, most, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(Near::date).reversed())
                .limit(most)
                .toList();
    }

    private void near(LeafReader reader, String base, Instant from, Instant to, int most, List<Near> found)
            throws IOException {
        Found docs = Found.of(reader, new Term(Fields.BASE_SUBJECT, Documents.cut(base)));
        if (docs == null) {
            return;
        }
        int begin = firstNotAfter(reader, to.toEpochMilli());
        for (int count = 0; count < most && docs.next(begin) && docs.date() >= from.toEpochMilli(); count++) {
            found.add(new Near(current(docs.thread()), Instant.ofEpochMilli(docs.date())));
        }
    }

    /** The first document of a segment that is not newer; a segment's documents are newest first. */
    private static int firstNotAfter(LeafReader reader, long date) throws IOException {
        int low = 0;
        int high = reader.maxDoc();
        while (low < high) {
            int middle = (low + high) >>> 1;
            NumericDocValues dates = reader.getNumericDocValues(Fields.DATE);
            if (dates.advanceExact(middle) && dates.longValue() > date) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Documents of a segment that have a term. */
    private record Found(PostingsEnum docs, @Nullable Bits live, NumericDocValues threads, NumericDocValues dates) {

        static @Nullable Found of(LeafReader reader, Term term) throws IOException {
            PostingsEnum docs = reader.postings(term, PostingsEnum.NONE);
            return docs == null
                    ? null
                    : new Found(
                            docs,
                            reader.getLiveDocs(),
                            reader.getNumericDocValues(Fields.THREAD),
                            reader.getNumericDocValues(Fields.DATE));
        }

        boolean next(int least) throws IOException {
            int doc;
            do {
                doc = docs.docID() < least - 1 ? docs.advance(least) : docs.nextDoc();
            } while (doc != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(doc));
            return doc != DocIdSetIterator.NO_MORE_DOCS;
        }

        long thread() throws IOException {
            return threads.advanceExact(docs.docID()) ? threads.longValue() : 0;
        }

        long date() throws IOException {
            return dates.advanceExact(docs.docID()) ? dates.longValue() : 0;
        }
    }
}
