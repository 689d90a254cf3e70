package oriel.index;

/**
 * What of a message's text is to be found.
 *
 * @param words all of its words that are known
 * @param whole whether there are surely no others
 */
record ReadText(String words, boolean whole) {

    /** All of a text. */
    static ReadText whole(String words) {
        return new ReadText(words, true);
    }

    /** Of a text that nobody can read, or only its beginning. */
    static ReadText part(String words) {
        return new ReadText(words, false);
    }
}
