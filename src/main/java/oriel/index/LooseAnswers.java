package oriel.index;

import java.io.IOException;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import oriel.index.SameSubject.Near;
import oriel.mail.Summary;

/**
 * Answers that name no message before them. Such an answer belongs to the last message of the same subject within 30 days
 * before it, or else to the first within 30 days after it; no other message ever belongs anywhere by its subject. So the
 * result does not depend on the order in which messages come, as long as an answer is led elsewhere when a message comes
 * that lies nearer: see {@link Joins} for what becomes of it.
 */
final class LooseAnswers {

    private final AccountIndex index;
    private final SameSubject subjects;

    LooseAnswers(AccountIndex index, IndexSearcher searcher) throws IOException {
        this.index = index;
        this.subjects = new SameSubject(searcher);
    }

    /** Goes on with a searcher that may see more. */
    LooseAnswers on(IndexSearcher newer) throws IOException {
        subjects.on(newer);
        return this;
    }

    /** Whether a message is one; only by what it says itself. */
    static boolean isLoose(Summary summary, BaseSubject subject) {
        return subject.answer()
                && !subject.text().isEmpty()
                && summary.references().isEmpty();
    }

    /**
     * Remembers a message, and leads to it the answers that it is now nearest to.
     *
     * @return the conversation that the message itself is led to by its subject; 0 for none
     */
    long added(Summary summary, BaseSubject subject, long thread) throws IOException {
        if (subject.text().isEmpty()) {
            return 0;
        }
        Term all = SameSubject.term(Fields.BASE_SUBJECT, subject.text());
        Term loose = SameSubject.term(Fields.LOOSE, subject.text());
        Received at = Received.of(summary);
        subjects.added(all, at, thread);
        if (subjects.any(loose)) {
            lead(subjects.before(loose, at), all, at, thread);
            lead(subjects.after(loose, at), all, at, thread);
        }
        if (!isLoose(summary, subject)) {
            return 0;
        }
        subjects.added(loose, at, thread);
        Near nearest = nearest(all, at);
        return nearest == null ? 0 : nearest.thread();
    }

    private @Nullable Near nearest(Term all, Received at) throws IOException {
        Near before = subjects.before(all, at);
        return before == null ? subjects.after(all, at) : before;
    }

    private void lead(@Nullable Near answer, Term all, Received to, long thread) throws IOException {
        Near nearest = answer == null ? null : nearest(all, answer.at());
        if (nearest != null && nearest.at().equals(to)) {
            index.change(answer.at().loose(), new NumericDocValuesField(Fields.LED_TO, thread));
        }
    }
}
