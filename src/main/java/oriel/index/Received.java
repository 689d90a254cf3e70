package oriel.index;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import oriel.mail.Summary;

/**
 * When a message was received, so that of any two messages one is the earlier; only copies of a message may be equal.
 *
 * @param date milliseconds since 1970 UTC
 * @param copy as in {@link Fields#COPY}
 */
record Received(long date, long copy) implements Comparable<Received> {

    private static final Comparator<Received> ORDER =
            Comparator.comparingLong(Received::date).thenComparingLong(Received::copy);

    static Received of(Summary summary) {
        BytesRef name = summary.messageId().isEmpty()
                ? Ids.term(summary.envelope().ref()).bytes()
                : new BytesRef(summary.messageId().getBytes(StandardCharsets.UTF_8));
        long[] hash = StringHelper.murmurhash3_x64_128(name.bytes, name.offset, name.length, 0);
        return new Received(summary.envelope().date().toEpochMilli(), hash[0]);
    }

    /** The term of the answer that was received then and names no message before it. */
    Term loose() {
        return new Term(Fields.LOOSE_AT, date + ":" + copy);
    }

    @Override
    public int compareTo(Received other) {
        return ORDER.compare(this, other);
    }
}
