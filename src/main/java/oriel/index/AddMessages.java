package oriel.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.NumericDocValuesField;
import org.jspecify.annotations.Nullable;
import oriel.mail.Summary;

/** Adds messages to an account's index, each in its conversation. One at a time: {@link AccountIndex#rewriting}. */
final class AddMessages {

    /** Messages added since the searcher was made that are remembered at most. */
    private static final int REMEMBERED = 5_000;

    private final AccountIndex index;
    private @Nullable AddedThreads threads;
    private @Nullable LooseAnswers loose;
    private int remembered;

    AddMessages(AccountIndex index) {
        this.index = index;
    }

    void add(List<Summary> summaries) throws IOException {
        if (remembered > REMEMBERED) {
            index.refresh();
            threads = null;
            loose = null;
            remembered = 0;
        }
        index.read(searcher -> {
            AddedThreads lookup = threads == null ? new AddedThreads(searcher) : threads.on(searcher);
            LooseAnswers answers = loose == null ? new LooseAnswers(index, searcher) : loose.on(searcher);
            for (Summary each : summaries) {
                add(each, lookup, answers);
            }
            threads = lookup;
            loose = answers;
            return null;
        });
    }

    private void add(Summary summary, AddedThreads lookup, LooseAnswers answers) throws IOException {
        long thread = thread(summary, lookup);
        BaseSubject subject = BaseSubject.of(summary.envelope().subject());
        long ledTo = answers.added(summary, subject, thread);
        Documents.Threaded threaded = new Documents.Threaded(subject, thread, ledTo);
        index.put(Ids.term(summary.envelope().ref()), Documents.of(summary, threaded, null, null));
        lookup.added(summary, thread);
        remembered++;
    }

    private long thread(Summary summary, AddedThreads lookup) throws IOException {
        long[] connected = Threads.of(summary, lookup);
        if (connected.length == 0) {
            return index.newThread();
        }
        long into = connected[0];
        if (connected.length > 1) {
            into = biggest(connected, lookup);
            for (long each : connected) {
                if (each != into) {
                    merge(each, into, lookup);
                }
            }
        }
        return into;
    }

    private static long biggest(long[] threads, AddedThreads lookup) throws IOException {
        long biggest = threads[0];
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
