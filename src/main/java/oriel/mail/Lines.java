package oriel.mail;

import java.util.regex.Pattern;

/**
 * The one gate against injection into IMAP commands and message headers: text that reaches a server or a header is a
 * single line.
 */
public final class Lines {

    private static final char DELETE = 0x7F;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private Lines() {}

    /**
     * Returns the text unchanged.
     *
     * @param what what the text is, for the message of the exception
     * @throws IllegalArgumentException if the text holds CR, LF or NUL (RFC 3501 section 9, RFC 5322 section 2.2)
     */
    public static String single(String what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == '\0') {
                throw new IllegalArgumentException(what + " holds a line break or NUL");
            }
        }
        return text;
    }

    /** Returns the text with every run of line breaks, tabs and other control characters made one space. */
    public static String folded(String text) {
        boolean clean = text.chars().allMatch(c -> c >= ' ' && c != DELETE);
        return (clean ? text : CONTROLS.matcher(text).replaceAll(" ")).strip();
    }
}
