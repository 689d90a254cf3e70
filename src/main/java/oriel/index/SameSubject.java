package oriel.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Messages of the same subject, in the order they were received: those that can be searched, and those that were added since.
 * They are asked for by {@link Fields#BASE_SUBJECT}, or by {@link Fields#LOOSE} for some of them only.
 */
final class SameSubject {

    /** How far apart messages may be that belong together by nothing but their subject. */
    private static final long NEAR = TimeUnit.DAYS.toMillis(30);

    private static final long FIRST_STEP = TimeUnit.MINUTES.toMillis(1);

    /** So many documents are rather read than jumped over. */
    private static final int FEW = 64;

    private final Map<Term, NavigableMap<Received, Long>> added = new HashMap<>();
    private IndexSearcher searcher;
    private SegmentTerms subjects;
    private SegmentTerms loose;

    SameSubject(IndexSearcher searcher) throws IOException {
        this.searcher = searcher;
        subjects = new SegmentTerms(searcher.getIndexReader(), Fields.BASE_SUBJECT);
        loose = new SegmentTerms(searcher.getIndexReader(), Fields.LOOSE);
    }

    /** A message, and its conversation when it was indexed. */
    record Near(Received at, long thread) {

        private static @Nullable Near of(Map.@Nullable Entry<Received, Long> entry) {
            return entry == null ? null : new Near(entry.getKey(), entry.getValue());
        }
    }

    /** Goes on with a searcher that may see more. */
    void on(IndexSearcher newer) throws IOException {
        if (newer != searcher) {
            searcher = newer;
            subjects = new SegmentTerms(newer.getIndexReader(), Fields.BASE_SUBJECT);
            loose = new SegmentTerms(newer.getIndexReader(), Fields.LOOSE);
        }
    }

    private SegmentTerms terms(Term subject) {
        return subject.field().equals(Fields.LOOSE) ? loose : subjects;
    }

    static Term term(String field, String base) {
        return new Term(field, Documents.cut(base));
    }

    void added(Term subject, Received at, long thread) {
        added.computeIfAbsent(subject, key -> new TreeMap<>()).put(at, thread);
    }

    /** Whether there is any. */
    boolean any(Term subject) throws IOException {
        return added.containsKey(subject) || terms(subject).has(subject.bytes());
    }

    /** The last message before this, if that is not too long ago. */
    @Nullable
    Near before(Term subject, Received at) throws IOException {
        Near latest = Near.of(added.getOrDefault(subject, new TreeMap<>()).lowerEntry(at));
        for (SegmentTerms.Found each : terms(subject).find(subject.bytes())) {
            Near found = before(each, at);
            if (found != null && (latest == null || latest.at().compareTo(found.at()) < 0)) {
                latest = found;
            }
        }
        return latest == null || at.date() - latest.at().date() > NEAR ? null : latest;
    }

    private static @Nullable Near before(SegmentTerms.Found segment, Received at) throws IOException {
        Found docs = Found.of(segment, at.date());
        Near latest = null;
        // Those of the same moment are in no order.
        while (docs.next() && (latest == null || docs.date() == latest.at().date())) {
            Near found = docs.near();
            if (found.at().compareTo(at) < 0 && (latest == null || latest.at().compareTo(found.at()) < 0)) {
                latest = found;
            }
        }
        return latest;
    }

    /** The first message after this, if that is not too long after. */
    @Nullable
    Near after(Term subject, Received at) throws IOException {
        Near first = Near.of(added.getOrDefault(subject, new TreeMap<>()).higherEntry(at));
        long until = Math.min(NEAR, first == null ? NEAR : first.at().date() - at.date());
        // Documents can only be met newest first: rather twice a few than once all of a month.
        List<SegmentTerms.Found> segments = terms(subject).find(subject.bytes());
        boolean few = segments.stream().mapToLong(each -> each.docs().cost()).sum() <= FEW;
        for (long step = few ? until : Math.min(FIRST_STEP, until); ; step = Math.min(step * 40, until)) {
            Near found = null;
            for (SegmentTerms.Found each : segments) {
                found = earlier(found, after(each, at, at.date() + step));
            }
            if (found != null) {
                return earlier(found, first);
            }
            if (step == until) {
                return first == null || first.at().date() - at.date() > NEAR ? null : first;
            }
            // They can be read once.
            segments = terms(subject).find(subject.bytes());
        }
    }

    private static @Nullable Near earlier(@Nullable Near one, @Nullable Near other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.at().compareTo(other.at()) <= 0 ? one : other;
    }

    private static @Nullable Near after(SegmentTerms.Found segment, Received at, long until) throws IOException {
        Found docs = Found.of(segment, until);
        Near first = null;
        while (docs.next() && docs.date() >= at.date()) {
            Near found = docs.near();
            if (found.at().compareTo(at) > 0 && found.at().date() <= until) {
                first = earlier(first, found);
            }
        }
        return first;
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

    /** Documents of a segment with a subject, newest first. */
    private record Found(
            PostingsEnum docs,
            @Nullable Bits live,
            int begin,
            NumericDocValues dates,
            NumericDocValues copies,
            NumericDocValues threads) {

        /** Those that were not received later; others too if they are few. */
        static Found of(SegmentTerms.Found segment, long latest) throws IOException {
            LeafReader reader = segment.reader();
            PostingsEnum docs = segment.docs();
            return new Found(
                    docs,
                    reader.getLiveDocs(),
                    docs.cost() <= FEW ? 0 : firstNotAfter(reader, latest),
                    reader.getNumericDocValues(Fields.DATE),
                    reader.getNumericDocValues(Fields.COPY),
                    reader.getNumericDocValues(Fields.THREAD));
        }

        boolean next() throws IOException {
            int doc;
            do {
                doc = docs.docID() < begin - 1 ? docs.advance(begin) : docs.nextDoc();
            } while (doc != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(doc));
            return doc != DocIdSetIterator.NO_MORE_DOCS && dates.advanceExact(doc);
        }

        long date() throws IOException {
            return dates.longValue();
        }

        Near near() throws IOException {
            long copy = copies.advanceExact(docs.docID()) ? copies.longValue() : 0;
            long thread = threads.advanceExact(docs.docID()) ? threads.longValue() : 0;
            return new Near(new Received(date(), copy), thread);
        }
    }
}
