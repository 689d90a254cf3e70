package oriel.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
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

    /** What a person does by hand is seen at once; what comes in bulk, by and by. */
    private static final int FEW = 50;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Positions positions;
    private final AtomicLong nextThread;
    private final Followed followed;
    /** Held while messages are added or written anew. */
    private final ReentrantLock adding = new ReentrantLock();

    private final AddMessages additions = new AddMessages(this);
    private final Rewriting rewriting = new Rewriting(this);
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong urgent = new AtomicLong();
    private final AtomicLong visible = new AtomicLong();
    private volatile long durable;

    private AccountIndex(Directory directory, IndexWriter writer, SegmentInfos commit, Followed followed)
            throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.positions = Positions.of(commit.getUserData());
        this.nextThread = new AtomicLong(Positions.nextThread(commit.getUserData()));
        this.followed = followed;
        this.searchers = new SearcherManager(writer, true, false, new PlainSearchers());
    }

    /**
     * Opens the index, or makes an empty one.
     *
     * @param followed what is asked for, also after the index was closed and opened again
     * @throws IndexFormatTooOldException if it was written by another version of Oriel or Lucene
     */
    static AccountIndex open(Directory directory, Followed followed) throws IOException {
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
            return new AccountIndex(directory, writer, SegmentInfos.readLatestCommit(directory), followed);
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    /** Something that is asked of the index. */
    @FunctionalInterface
    interface Reading<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    /** Asks what is written at this moment; of what was added in bulk perhaps less. */
    <T> T read(Reading<T> reading) throws IOException {
        if (visible.get() < urgent.get()) {
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
        if (visible.get() < now) {
            searchers.maybeRefreshBlocking();
            visible.accumulateAndGet(now, Math::max);
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

    private void wrote(boolean soon) {
        long now = written.incrementAndGet();
        if (soon) {
            urgent.accumulateAndGet(now, Math::max);
        }
    }

    /**
     * Adds messages.
     *
     * @param fresh whether none of them is indexed yet; otherwise they take the place of older versions
     */
    void add(List<Summary> summaries, boolean fresh) throws IOException {
        adding.lock();
        try {
            additions.add(summaries, fresh);
        } finally {
            adding.unlock();
        }
        wrote(summaries.size() <= FEW);
    }

    /** Adds words to messages. */
    void texts(FolderPath folder, long uidValidity, Map<Long, ReadText> texts) throws IOException {
        adding.lock();
        try {
            rewriting.texts(folder, uidValidity, texts);
        } finally {
            adding.unlock();
        }
        wrote(true);
    }

    /** Removes messages. */
    void remove(FolderPath folder, long uidValidity, long[] uids) throws IOException {
        rewriting.during(() -> {
            for (long uid : uids) {
                Term id = Ids.term(folder, uidValidity, uid);
                rewriting.removes(id);
                remove(id);
            }
        });
        wrote(true);
    }

    /** Corrects what messages are marked with. */
    void mark(FolderPath folder, long uidValidity, List<Marked> marked) throws IOException {
        rewriting.during(() -> {
            for (Marked each : marked) {
                Term id = Ids.term(folder, uidValidity, each.uid());
                Field[] fields = Documents.changes(each.flags(), each.tags());
                rewriting.changes(id, fields);
                change(id, fields);
            }
        });
        wrote(true);
    }

    /** Keeps preview lines. */
    void previews(FolderPath folder, long uidValidity, Map<Long, String> lines) throws IOException {
        adding.lock();
        try {
            for (Map.Entry<Long, String> each : lines.entrySet()) {
                change(Ids.term(folder, uidValidity, each.getKey()), Documents.preview(each.getValue()));
            }
        } finally {
            adding.unlock();
        }
        wrote(true);
    }

    /** Adds what is not indexed yet, which spares the search for an older version of it. */
    void append(Document document) throws IOException {
        writer.addDocument(document);
    }

    void put(Term id, Document document) throws IOException {
        writer.updateDocument(id, document);
    }

    void change(Term id, Field... fields) throws IOException {
        writer.updateDocValues(id, fields);
    }

    void remove(Term which) throws IOException {
        writer.deleteDocuments(which);
    }

    /**
     * Says that a folder is followed from what is indexed of it now.
     *
     * @return whose turn it is; whoever followed it before adds nothing any more
     */
    long follow(FolderPath folder) {
        adding.lock();
        try {
            return followed.next(folder);
        } finally {
            adding.unlock();
        }
    }

    /**
     * Adds messages of a folder that were not indexed when it was {@linkplain #follow followed}.
     *
     * @throws IndexOff if it is somebody else's turn
     */
    void addMissing(FolderPath folder, long turn, List<Summary> summaries) throws IOException {
        adding.lock();
        try {
            followed.require(folder, turn);
            add(summaries, true);
        } finally {
            adding.unlock();
        }
    }

    /** @throws IndexOff if the index may have lost something since the folder was asked for */
    void synced(SyncState state, boolean complete) {
        followed.require(state.folder());
        positions.put(state, complete);
        wrote(false);
    }

    /** Makes all visible, and keeps nothing in memory that was needed until then. */
    void settle() throws IOException {
        adding.lock();
        try {
            additions.forget();
        } finally {
            adding.unlock();
        }
    }

    void forget(FolderPath folder) throws IOException {
        adding.lock();
        try {
            positions.remove(folder);
            remove(ListQueries.folder(folder));
        } finally {
            adding.unlock();
        }
        wrote(true);
    }

    /** Sets folders apart, see {@link Positions#apart}. */
    void setApart(Set<FolderPath> folders) {
        if (!positions.apart().equals(folders)) {
            positions.setApart(folders);
            wrote(false);
        }
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
