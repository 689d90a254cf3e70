package oriel.index;

import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.jspecify.annotations.Nullable;
import oriel.mail.Summary;

/** Adds messages to an account's index, each in its conversation. One at a time: {@link AccountIndex#rewriting}. */
final class AddMessages {

    /** Messages added since the searcher was made that are remembered at most. */
    private static final int REMEMBERED = 20_000;

    private final AccountIndex index;
    private @Nullable AddedThreads threads;
    private @Nullable LooseAnswers loose;
    private int remembered;

    AddMessages(AccountIndex index) {
        this.index = index;
    }

    /** @param fresh whether none of them is indexed yet, in an older version */
    void add(List<Summary> summaries, boolean fresh) throws IOException {
        if (remembered > REMEMBERED) {
            forget();
        }
        index.read(searcher -> {
            AddedThreads lookup = threads == null ? new AddedThreads(searcher) : threads.on(searcher);
            LooseAnswers answers = loose == null ? new LooseAnswers(index, searcher) : loose.on(searcher);
            for (Summary each : summaries) {
                add(each, fresh, lookup, answers);
            }
            threads = lookup;
            loose = answers;
            return null;
        });
    }

    /** Makes all visible that was added, so that none of it has to be remembered. */
    void forget() throws IOException {
        index.refresh();
        threads = null;
        loose = null;
        remembered = 0;
    }

    private void add(Summary summary, boolean fresh, AddedThreads lookup, LooseAnswers answers) throws IOException {
        long thread = thread(summary, lookup);
        BaseSubject subject = BaseSubject.of(summary.envelope().subject());
        long ledTo = answers.added(summary, subject, thread);
        Documents.Threaded threaded = new Documents.Threaded(subject, thread, ledTo);
        Document document = Documents.of(summary, threaded, null, null, false);
        if (fresh) {
            index.append(document);
        } else {
            index.put(Ids.term(summary.envelope().ref()), document);
        }
        lookup.added(summary, thread);
        remembered++;
    }

    private long thread(Summary summary, AddedThreads lookup) throws IOException {
        SortedSet<Long> connected = Threads.of(summary, lookup);
        if (connected.isEmpty()) {
            return index.newThread();
        }
        long into = connected.first();
        if (connected.size() > 1) {
            into = biggest(connected, lookup);
            for (long each : connected) {
                if (each != into) {
                    merge(each, into, lookup);
                }
            }
        }
        return into;
    }

    private static long biggest(SortedSet<Long> threads, AddedThreads lookup) throws IOException {
        long biggest = threads.first();
        int most = -1;
        for (long each : threads) {
            int size = lookup.size(each);
            if (size > most) {
                biggest = each;
                most = size;
            }
        }
        return biggest;
    }

    private void merge(long from, long into, AddedThreads lookup) throws IOException {
        for (long part : lookup.parts(from)) {
            index.change(Merges.first(part), new NumericDocValuesField(Fields.THREAD, into));
            index.put(Ids.merged(part), Documents.merged(part, into));
        }
        lookup.merged(from, into);
    }
}
