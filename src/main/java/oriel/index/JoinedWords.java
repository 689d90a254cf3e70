package oriel.index;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/**
 * Parts words where a mark joins them that UAX 29 takes for a piece of the word: {@code l'été}, {@code mail.example.org},
 * {@code file_name}, {@code Re:Budget}, {@code 1,000}. Each part is a word with a place of its own, so that the whole is a
 * phrase of its parts, and nothing is indexed twice. The marks are those of MidLetter, MidNum, MidNumLet, ExtendNumLet and
 * Single_Quote (UAX 29, table 3), but for the Hebrew Gershayim, which parts nothing.
 */
final class JoinedWords extends CharFilter {

    private static final String MARKS = "'.:,;_" // ASCII
            + "\u00b7\u02bc\u037e\u0387\u055f\u0589\u060c\u060d\u066c\u07f8" // of one script each
            + "\u2018\u2019\u2024\u2027\u202f\u203f\u2040\u2044\u2054" // General Punctuation
            + "\ufe10\ufe13\ufe14\ufe33\ufe34\ufe4d\ufe4e\ufe4f\ufe50\ufe52\ufe54\ufe55" // for vertical and small
            // writing
            + "\uff07\uff0c\uff0e\uff1a\uff1b\uff3f"; // full-width

    JoinedWords(Reader text) {
        super(text);
    }

    @Override
    public int read(char[] to, int from, int length) throws IOException {
        int count = input.read(to, from, length);
        for (int i = from; i < from + count; i++) {
            if (MARKS.indexOf(to[i]) >= 0) {
                to[i] = ' ';
            }
        }
        return count;
    }

    /** A space for each mark: no character moves. */
    @Override
    protected int correct(int offset) {
        return offset;
    }
}
