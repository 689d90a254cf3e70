package oriel.mail;

import java.time.LocalDate;
import java.util.List;

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

    /** Has this mark, or has it not. */
    public record Marked(Flag flag, boolean set) implements Criterion {}
}
