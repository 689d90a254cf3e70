package oriel.index;

import java.util.Locale;

/**
 * The end of what is being typed to search for, which may be completed.
 *
 * @param before all that stands before it
 * @param operator whose value it is, in lower case; empty if it is a word
 * @param value the word, or the operator's value, as far as it is typed; without quotes
 */
public record SearchEnd(String before, String operator, String value) {

    /** Never throws. */
    public static SearchEnd of(String typed) {
        int from = start(typed);
        String end = typed.substring(from);
        int colon = end.indexOf(':');
        String name = colon < 0 ? "" : end.substring(0, colon).toLowerCase(Locale.ROOT);
        boolean isOperator = SearchToken.isOperator(name);
        String value = isOperator ? end.substring(colon + 1) : end;
        return new SearchEnd(typed.substring(0, from), isOperator ? name : "", value.replace("\"", ""));
    }

    private static int start(String typed) {
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            quoted ^= c == '"';
            boolean isNot = c == '-' && i == start;
            if (!quoted && (isNot || Character.isWhitespace(c) || "()|".indexOf(c) >= 0)) {
                start = i + 1;
            }
        }
        return start;
    }
}
