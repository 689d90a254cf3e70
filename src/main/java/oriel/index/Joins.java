package oriel.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations of {@link Fields#THREAD} are one by their subjects. Unlike what {@link Merges} says, that may change
 * when another message comes; so it is not written into their messages but found for each reader.
 *
 * <p>Of each of them only the earliest answer that is led to another one counts, so that it never joins two others.
 */
final class Joins {

    /** Each joined conversation to another of the same whole, at last to the whole's own number. */
    private final Map<Long, Long> next = new HashMap<>();

    private final Map<Long, Set<Long>> numbers = new HashMap<>();
    private final Map<Long, Long> merged;
    private FixedBitSet joined = new FixedBitSet(0);

    private Joins(IndexReader reader) throws IOException {
        merged = Merges.all(reader);
        List<Led> led = led(reader);
        if (led.isEmpty()) {
            return;
        }
        earliest(led, merged).forEach(each -> join(each.thread(), each.current(merged)));
        for (long each : next.keySet().toArray(Long[]::new)) {
            joined = FixedBitSet.ensureCapacity(joined, Math.toIntExact(each + 1));
            joined.set((int) each);
            // From here on this is only read, by any thread.
            next.put(each, whole(each));
            number(each, each);
        }
        merged.forEach((part, into) -> number(part, into));
    }

    /** A searcher that finds them when they are first asked for. */
    static final class Searcher extends IndexSearcher {

        private @Nullable Joins joins;

        Searcher(IndexReader reader) {
            super(reader);
        }

        private synchronized Joins joins() throws IOException {
            if (joins == null) {
                joins = new Joins(getIndexReader());
            }
            return joins;
        }
    }

    /** @param searcher a {@link Searcher} */
    static Joins of(IndexSearcher searcher) throws IOException {
        return ((Searcher) searcher).joins();
    }

    /** An answer of a conversation that is led to another one, or was when that had this number. */
    private record Led(long thread, Received at, long to) {

        long current(Map<Long, Long> merged) {
            return merged.getOrDefault(to, to);
        }
    }

    private static List<Led> led(IndexReader reader) throws IOException {
        List<Led> led = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            NumericDocValues to = leaf.reader().getNumericDocValues(Fields.LED_TO);
            if (to != null) {
                read(leaf.reader(), to, led);
            }
        }
        return led;
    }

    private static void read(LeafReader reader, NumericDocValues to, List<Led> led) throws IOException {
        Bits live = reader.getLiveDocs();
        NumericDocValues threads = reader.getNumericDocValues(Fields.THREAD);
        NumericDocValues dates = reader.getNumericDocValues(Fields.DATE);
        NumericDocValues copies = reader.getNumericDocValues(Fields.COPY);
        for (int doc = to.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = to.nextDoc()) {
            // What only makes the field changeable has no date.
            if ((live == null || live.get(doc)) && to.longValue() > 0 && dates.advanceExact(doc)) {
                threads.advanceExact(doc);
                copies.advanceExact(doc);
                Received at = new Received(dates.longValue(), copies.longValue());
                led.add(new Led(threads.longValue(), at, to.longValue()));
            }
        }
    }

    private static Iterable<Led> earliest(List<Led> led, Map<Long, Long> merged) {
        Map<Long, Led> earliest = new HashMap<>();
        for (Led each : led) {
            if (each.current(merged) != each.thread()) {
                earliest.merge(each.thread(), each, (one, other) -> one.at().compareTo(other.at()) <= 0 ? one : other);
            }
        }
        return earliest.values();
    }

    private void join(long one, long other) {
        long first = whole(one);
        long second = whole(other);
        next.put(Math.max(first, second), Math.min(first, second));
        next.putIfAbsent(Math.min(first, second), Math.min(first, second));
    }

    private long whole(long thread) {
        long at = thread;
        for (long to = next.getOrDefault(at, at); to != at; to = next.getOrDefault(at, at)) {
            // Each step made shorter keeps long chains cheap.
            next.put(at, next.getOrDefault(to, to));
            at = to;
        }
        return at;
    }

    private void number(long number, long thread) {
        if (next.containsKey(thread)) {
            numbers.computeIfAbsent(whole(thread), key -> new TreeSet<>()).add(number);
        }
    }

    /** The number of the whole that a conversation belongs to; its own if it is one by itself. */
    long id(long thread) {
        return thread < joined.length() && joined.get((int) thread) ? next.get(thread) : thread;
    }

    /** Whether each message that was there then belongs to the conversation that it belonged to, by the same number. */
    boolean isLike(Joins then) {
        return merged.equals(then.merged) && next.equals(then.next);
    }

    /** All numbers that messages of this whole had at first; none if the conversation is one by itself. */
    Set<Long> numbers(long whole) {
        return numbers.getOrDefault(whole, Set.of());
    }
}
