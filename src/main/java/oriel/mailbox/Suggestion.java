package oriel.mailbox;

/**
 * What the end of a search may become.
 *
 * @param text the whole search then
 * @param end only the end of it, as {@code from:grace@example.org}
 * @param label for people: a name; of operators and their values, the key of a sentence
 */
public record Suggestion(String text, String end, String label, Kind kind) {

    /** What is suggested. */
    public enum Kind {
        OPERATOR,
        VALUE,
        FOLDER,
        TAG,
        PERSON
    }
}
