package oriel.index;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mail.Summary;

/**
 * Adds words to messages that are indexed already, which Lucene can only do by writing them anew from what is known of them.
 * What people change meanwhile is changed again in what was written, so that nobody waits.
 */
final class Rewriting {

    private static final Field[] REMOVED = {};

    private final AccountIndex index;
    /** Read: something is changed. Write: from now on, changes are noted, or no more. */
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    /** Changes since the rewriting began; null while there is none. */
    private volatile @Nullable Map<Term, Field[]> noted;

    Rewriting(AccountIndex index) {
        this.index = index;
    }

    /** Changes messages, or removes them. */
    @FunctionalInterface
    interface Changes {
        void make() throws IOException;
    }

    /** Makes changes each of which tells {@link #changes} or {@link #removes}. */
    void during(Changes changes) throws IOException {
        gate.readLock().lock();
        try {
            changes.make();
        } finally {
            gate.readLock().unlock();
        }
    }

    void changes(Term id, Field[] fields) {
        Map<Term, Field[]> now = noted;
        if (now != null) {
            now.merge(id, fields, (before, after) -> before == REMOVED ? REMOVED : after);
        }
    }

    void removes(Term id) {
        Map<Term, Field[]> now = noted;
        if (now != null) {
            now.put(id, REMOVED);
        }
    }

    /** One at a time, and not while messages are added. */
    void texts(FolderPath folder, long uidValidity, Map<Long, ReadText> texts) throws IOException {
        note(new ConcurrentHashMap<>());
        try {
            index.refresh();
            index.read(searcher -> {
                for (Map.Entry<Long, ReadText> text : texts.entrySet()) {
                    write(searcher, new MessageRef(folder, uidValidity, text.getKey()), text.getValue());
                }
                return null;
            });
        } finally {
            changeAgain();
        }
    }

    private void note(@Nullable Map<Term, Field[]> changes) {
        gate.writeLock().lock();
        noted = changes;
        gate.writeLock().unlock();
    }

    private void changeAgain() throws IOException {
        gate.writeLock().lock();
        try {
            for (Map.Entry<Term, Field[]> change : noted.entrySet()) {
                if (change.getValue() == REMOVED) {
                    index.remove(change.getKey());
                } else {
                    index.change(change.getKey(), change.getValue());
                }
            }
        } finally {
            noted = null;
            gate.writeLock().unlock();
        }
    }

    private void write(IndexSearcher searcher, MessageRef message, ReadText text) throws IOException {
        int doc = Lists.doc(searcher, message);
        if (doc >= 0) {
            IndexReader reader = searcher.getIndexReader();
            Row row = Rows.of(reader, new int[] {doc}).getFirst();
            BytesRef rest = searcher.storedFields().document(doc).getBinaryValue(Fields.REST);
            Summary summary = RowBytes.summary(row.envelope(), rest);
            Documents.Threaded threaded = new Documents.Threaded(
                    BaseSubject.of(summary.envelope().subject()),
                    new Numbers(reader, Fields.THREAD).of(doc),
                    new Numbers(reader, Fields.LED_TO).of(doc));
            index.put(
                    Ids.term(message),
                    Documents.of(summary, threaded, row.preview(), text.words(), isWhole(text, summary)));
        }
    }

    /** Attachments have names and texts of their own. Of a small message all of the text was fetched, roughly as its size is told. */
    private static boolean isWhole(ReadText text, Summary summary) {
        boolean isSmall = summary.envelope().size() < FolderTexts.BYTES / 2;
        boolean isRead = text.whole() || isSmall && !text.words().isEmpty();
        return isRead && !summary.envelope().attachments();
    }
}
