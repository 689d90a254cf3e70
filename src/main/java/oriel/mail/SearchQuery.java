package oriel.mail;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What messages are looked for, in the terms that every mail server understands (SEARCH, RFC 3501 section 6.4.4).
 *
 * @param criteria all of which a message must meet; none for all messages
 */
public record SearchQuery(List<Criterion> criteria) {

    private static final int MOST = 100;

    public SearchQuery {
        criteria = List.copyOf(criteria);
        if (criteria.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " criteria");
        }
    }

    public static SearchQuery of(Criterion... criteria) {
        return new SearchQuery(List.of(criteria));
    }

    /** The same of these messages only. */
    public SearchQuery of(Uids uids) {
        // First, so that a server looks into no others.
        return new SearchQuery(Stream.concat(Stream.of(uids), criteria.stream()).toList());
    }

    /** One condition. */
    public sealed interface Criterion {}

    /** Where a text is looked for. */
    public enum Field {
        /** In the headers and the body. */
        ANYWHERE,
        FROM,
        TO,
        CC,
        SUBJECT,
        BODY
    }

    /**
     * Holds this text, in any case; some servers look for whole words only, and some for display names only in addresses.
     *
     * @param text one line of 1 to 1,000 characters
     */
    public record Text(Field field, String text) implements Criterion {

        private static final int LONGEST = 1_000;

        public Text {
            Lines.single("text", text);
            if (text.isBlank() || text.length() > LONGEST) {
                throw new IllegalArgumentException("a text of 1 to " + LONGEST + " characters");
            }
        }
    }

    /** Was received on this day or later, in the server's time zone. */
    public record Since(LocalDate day) implements Criterion {}

    /** Was received before this day, in the server's time zone. */
    public record Before(LocalDate day) implements Criterion {}

    /** Has this tag, or has it not, as far as the server keeps it. */
    public record Tagged(Tag tag, boolean set) implements Criterion {}

    /**
     * Is one of these messages.
     *
     * @param ranges of UIDs, ascending, at least one
     */
    public record Uids(List<Range> ranges) implements Criterion {

        /** UIDs from the first to the last, both included. */
        public record Range(long first, long last) {}

        public Uids {
            ranges = List.copyOf(ranges);
            if (ranges.isEmpty()) {
                throw new IllegalArgumentException("at least one range");
            }
        }

        /**
         * These messages, and of those between them as many as it takes for no more ranges than {@code most}, so that a
         * command stays short.
         *
         * @param uids ascending, at least one
         */
        public static Uids covering(long[] uids, int most) {
            long[] gaps = LongStream.range(1, uids.length)
                    .map(i -> uids[(int) i] - uids[(int) i - 1])
                    .sorted()
                    .toArray();
            long closed = gaps.length < most ? 1 : gaps[gaps.length - most];
            List<Range> ranges = new ArrayList<>();
            long first = uids[0];
            for (int i = 1; i <= uids.length; i++) {
                if (i == uids.length || uids[i] - uids[i - 1] > closed) {
                    ranges.add(new Range(first, uids[i - 1]));
                    first = i == uids.length ? 0 : uids[i];
                }
            }
            return new Uids(ranges);
        }
    }

    /** Has this mark, or has it not. */
    public record Marked(Flag flag, boolean set) implements Criterion {}
}
