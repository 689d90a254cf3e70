package oriel.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import oriel.mail.Address;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

/** Conversations of the messages of a list. */
final class Conversations {

    private static final int MOST_PEOPLE = 5;
    /** Of a long conversation only so many messages, the oldest, are looked at for people. */
    private static final int ASKED_FOR_PEOPLE = 20;

    private Conversations() {}

    /**
     * The messages of a conversation, newest first; copies of a message once for each folder.
     *
     * @param without folders whose messages don't count
     */
    static int[] docs(IndexSearcher searcher, long thread, Collection<FolderPath> without) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(named(searcher, thread), Occur.FILTER);
        without.forEach(folder -> query.add(ListQueries.folders(List.of(folder)), Occur.MUST_NOT));
        return DateOrder.of(searcher, query.build(), Integer.MAX_VALUE);
    }

    /** The messages of a conversation. */
    static Query named(IndexSearcher searcher, long thread) throws IOException {
        Set<Long> numbers = new TreeSet<>(Joins.of(searcher).numbers(thread));
        if (numbers.isEmpty()) {
            LongStream.of(Merges.into(searcher, thread)).forEach(numbers::add);
            numbers.add(thread);
        }
        if (numbers.size() == 1) {
            return new TermQuery(Merges.first(thread));
        }
        return new TermInSetQuery(
                Fields.FIRST_THREAD,
                numbers.stream().map(each -> Merges.first(each).bytes()).toList());
    }

    /** The number of the conversation of a message, or of a conversation by a number that it once had. */
    static long id(IndexSearcher searcher, long thread) throws IOException {
        return Joins.of(searcher).id(thread);
    }

    /** The number of the conversation that a document belongs to. */
    static long idOf(IndexSearcher searcher, int doc) throws IOException {
        return id(searcher, new Numbers(searcher.getIndexReader(), Fields.THREAD).of(doc));
    }

    /**
     * What a row tells of its conversation.
     *
     * @param apart folders whose messages don't count, unless the row's message lies in one
     */
    static Conversation of(IndexSearcher searcher, long thread, FolderPath folder, Set<FolderPath> apart)
            throws IOException {
        return of(searcher.getIndexReader(), thread, docs(searcher, thread, without(folder, apart)));
    }

    private static Conversation of(IndexReader reader, long thread, int[] docs) throws IOException {
        int[] distinct = distinct(reader, docs);
        return new Conversation(
                thread,
                distinct.length,
                marked(reader, docs, Flag.SEEN, false),
                marked(reader, docs, Flag.FLAGGED, true),
                people(reader, distinct));
    }

    /**
     * A window of the messages of a conversation, newest first.
     *
     * @param folder whose copy of a message is taken
     * @param apart as in {@link #of}
     */
    static ConversationMessages window(
            IndexSearcher searcher, long thread, FolderPath folder, Set<FolderPath> apart, int offset, int limit)
            throws IOException {
        long id = today(searcher, thread);
        int[] docs = docs(searcher, id, without(folder, apart));
        Collection<Integer> all = messages(searcher, id, docs, folder).values();
        return window(searcher.getIndexReader(), id, docs, all, offset, limit);
    }

    /** The window that a message is in, as {@link #window} takes them one after the other. */
    static ConversationMessages around(
            IndexSearcher searcher, MessageRef message, FolderPath folder, Set<FolderPath> apart, int limit)
            throws IOException {
        int doc = Lists.doc(searcher, message);
        if (doc < 0) {
            return ConversationMessages.none(0);
        }
        IndexReader reader = searcher.getIndexReader();
        long id = idOf(searcher, doc);
        int[] docs = docs(searcher, id, without(folder, apart));
        Map<Long, Integer> all = messages(searcher, id, docs, folder);
        long copy = new Numbers(reader, Fields.COPY).of(doc);
        int place = Math.max(0, List.copyOf(all.keySet()).indexOf(copy));
        return window(reader, id, docs, all.values(), place / limit * limit, limit);
    }

    private static ConversationMessages window(
            IndexReader reader, long id, int[] docs, Collection<Integer> all, int offset, int limit)
            throws IOException {
        int from = Math.clamp(offset, 0, all.size());
        int[] shown =
                all.stream().skip(from).limit(limit).mapToInt(Integer::intValue).toArray();
        return new ConversationMessages(of(reader, id, docs), from, Rows.of(reader, shown));
    }

    /** Each of these messages once, by what its copies share, in the same order; its copy in the folder if there is one. */
    private static Map<Long, Integer> messages(IndexSearcher searcher, long id, int[] docs, FolderPath folder)
            throws IOException {
        IndexReader reader = searcher.getIndexReader();
        Map<Long, Integer> here = first(reader, in(searcher, id, folder));
        Map<Long, Integer> messages = first(reader, docs);
        messages.replaceAll((copy, doc) -> here.getOrDefault(copy, doc));
        return messages;
    }

    /** The first of the copies of each message, in the same order. */
    private static Map<Long, Integer> first(IndexReader reader, int[] docs) throws IOException {
        Numbers copies = new Numbers(reader, Fields.COPY);
        Map<Long, Integer> first = new LinkedHashMap<>();
        for (int doc : docs) {
            first.putIfAbsent(copies.of(doc), doc);
        }
        return first;
    }

    /** The messages of conversations that lie in a folder, those of each newest first. */
    static List<MessageRef> refs(IndexSearcher searcher, List<Long> threads, FolderPath folder) throws IOException {
        List<MessageRef> refs = new ArrayList<>();
        for (long thread : threads) {
            refs.addAll(new Refs(searcher.getIndexReader(), in(searcher, today(searcher, thread), folder)));
        }
        return refs;
    }

    /** Its messages that lie in a folder, newest first. */
    private static int[] in(IndexSearcher searcher, long thread, FolderPath folder) throws IOException {
        Query query = new BooleanQuery.Builder()
                .add(named(searcher, thread), Occur.FILTER)
                .add(ListQueries.folders(List.of(folder)), Occur.FILTER)
                .build();
        return DateOrder.of(searcher, query, Integer.MAX_VALUE);
    }

    /** The number of a conversation now, by one that it once had. */
    private static long today(IndexSearcher searcher, long thread) throws IOException {
        return id(searcher, Merges.current(searcher, thread));
    }

    private static Set<FolderPath> without(FolderPath folder, Set<FolderPath> apart) {
        return apart.stream().filter(each -> !each.equals(folder)).collect(Collectors.toUnmodifiableSet());
    }

    /** Of copies of the same message the first. */
    static int[] distinct(IndexReader reader, int[] docs) throws IOException {
        if (docs.length < 2) {
            return docs;
        }
        Numbers copies = new Numbers(reader, Fields.COPY);
        long[] packed = new long[docs.length];
        for (int i = 0; i < docs.length; i++) {
            packed[i] = copies.of(docs[i]);
        }
        long[] sorted = packed.clone();
        Arrays.sort(sorted);
        FixedBitSet seen = new FixedBitSet(docs.length);
        int[] first = new int[docs.length];
        int count = 0;
        for (int i = 0; i < docs.length; i++) {
            if (!seen.getAndSet(Arrays.binarySearch(sorted, packed[i]))) {
                first[count++] = docs[i];
            }
        }
        return ArrayUtil.copyOfSubArray(first, 0, count);
    }

    /** How many messages have a copy that is marked so. */
    private static int marked(IndexReader reader, int[] docs, Flag flag, boolean set) throws IOException {
        Numbers marks = new Numbers(reader, Fields.flag(flag));
        int[] marked = Arrays.copyOf(docs, docs.length);
        int count = 0;
        for (int doc : docs) {
            if (marks.of(doc) != 0 == set) {
                marked[count++] = doc;
            }
        }
        return distinct(reader, ArrayUtil.copyOfSubArray(marked, 0, count)).length;
    }

    private static List<Address> people(IndexReader reader, int[] newest) throws IOException {
        int[] oldest = new int[Math.min(newest.length, ASKED_FOR_PEOPLE)];
        for (int i = 0; i < oldest.length; i++) {
            oldest[i] = newest[newest.length - 1 - i];
        }
        Map<String, Address> people = new LinkedHashMap<>();
        for (Row row : Rows.of(reader, oldest)) {
            for (Address each : row.envelope().from()) {
                people.putIfAbsent(each.email().toLowerCase(Locale.ROOT), each);
            }
        }
        return people.values().stream().limit(MOST_PEOPLE).toList();
    }
}
