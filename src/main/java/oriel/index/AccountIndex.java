package oriel.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import oriel.mail.FolderPath;
import oriel.mail.Marked;
import oriel.mail.Summary;
import oriel.mail.SyncState;

/**
 * The open index of one account: a writer, and readers that see what was written up to the last refresh. Nothing here is
 * durable before {@link #commit}.
 */
final class AccountIndex implements Closeable {

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Positions positions;
    private final AtomicLong nextThread;
    /** Held while conversations are found for new messages, and while messages are written anew. */
    private final ReentrantLock rewriting = new ReentrantLock();

    private final AddMessages adding = new AddMessages(this);
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong urgent = new AtomicLong();
    private volatile long visible;
    private volatile long durable;

    private AccountIndex(Directory directory, IndexWriter writer, SegmentInfos commit) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.positions = Positions.of(commit.getUserData());
        this.nextThread = new AtomicLong(Positions.nextThread(commit.getUserData()));
        this.searchers = new SearcherManager(writer, true, false, new Plain());
    }

    /**
     * Opens the index, or makes an empty one.
     *
     * @throws IndexFormatTooOldException if it was written by another version of Oriel or Lucene
     */
    static AccountIndex open(Directory directory) throws IOException {
        if (DirectoryReader.indexExists(directory)) {
            SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
            if (!Positions.current(commit.getUserData())) {
                throw new IndexFormatTooOldException("index of another version", "its fields are others");
            }
        }
        IndexWriter writer = new IndexWriter(directory, Writers.config());
        try {
            if (writer.getDocStats().maxDoc == 0) {
                writer.addDocument(Documents.changeable());
                writer.setLiveCommitData(new Positions().data(1).entrySet());
                writer.commit();
            }
            return new AccountIndex(directory, writer, SegmentInfos.readLatestCommit(directory));
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    /** Searchers without Lucene's cache of filters: what is asked often is cached as a view. */
    private static final class Plain extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, IndexReader before) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            return searcher;
        }
    }

    /** Something that is asked of the index. */
    @FunctionalInterface
    interface Reading<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    /** Asks what is written at this moment; of what was added in bulk perhaps less. */
    <T> T read(Reading<T> reading) throws IOException {
        if (visible < urgent.get()) {
            refresh();
        }
        IndexSearcher searcher = searchers.acquire();
        try {
            return reading.of(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Makes all visible that was written before. */
    void refresh() throws IOException {
        long now = written.get();
        if (visible < now) {
            searchers.maybeRefreshBlocking();
            visible = Math.max(visible, now);
        }
    }

    /** Makes all durable that was written before. */
    synchronized void commit() throws IOException {
        long now = written.get();
        if (durable < now) {
            writer.setLiveCommitData(positions.data(nextThread.get()).entrySet());
            writer.commit();
            durable = now;
        }
    }

    /** Says that something was written. */
    private void wrote(boolean soon) {
        long now = written.incrementAndGet();
        if (soon) {
            urgent.accumulateAndGet(now, Math::max);
        }
    }

    /** What a person does by hand is seen at once; what comes in bulk by and by. */
    private static final int FEW = 50;

    /** Adds messages, in place of older versions of them. */
    void add(List<Summary> summaries) throws IOException {
        rewriting.lock();
        try {
            adding.add(summaries);
        } finally {
            rewriting.unlock();
        }
        wrote(summaries.size() <= FEW);
    }

    void put(Term id, Document document) throws IOException {
        writer.updateDocument(id, document);
    }

    void change(Term which, Field... fields) throws IOException {
        writer.updateDocValues(which, fields);
    }

    /** Removes messages. */
    void remove(FolderPath folder, long uidValidity, long[] uids) throws IOException {
        for (long uid : uids) {
            writer.deleteDocuments(Ids.term(folder, uidValidity, uid));
        }
        wrote(true);
    }

    /** Corrects what messages are marked with. */
    void mark(FolderPath folder, long uidValidity, List<Marked> marked) throws IOException {
        for (Marked each : marked) {
            change(Ids.term(folder, uidValidity, each.uid()), Documents.changes(each.flags(), each.tags()));
        }
        wrote(true);
    }

    void synced(SyncState state, boolean complete) {
        positions.put(state, complete);
        wrote(false);
    }

    void forget(FolderPath folder) throws IOException {
        positions.remove(folder);
        writer.deleteDocuments(ListQueries.folder(folder));
        wrote(true);
    }

    Positions positions() {
        return positions;
    }

    long newThread() {
        return nextThread.getAndIncrement();
    }

    /** Closes it without losing anything. */
    @Override
    public void close() throws IOException {
        try (directory;
                writer;
                searchers) {
            commit();
        }
    }

    /** Closes it after trouble: what was not yet durable is lost. */
    void abandon() throws IOException {
        try (directory;
                searchers) {
            writer.rollback();
        }
    }
}
