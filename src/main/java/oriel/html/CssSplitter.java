package oriel.html;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes CSS apart at its outermost semicolons and braces, in one pass.
 *
 * <p>ph-css gives up a whole list for one bad declaration, and a recursive descent parser must not see unlimited
 * nesting. So it gets small pieces, each of which fails alone. A piece cut wrongly is harmless: only what ph-css reads
 * in it and the allow-list knows is written again.
 */
final class CssSplitter {
    /** One statement of a style sheet: what stands before the block, and the block; both empty for a lone at-rule. */
    record Statement(String prelude, String block) {}

    private static final int MAX_NESTING = 10;

    private final String css;

    private CssSplitter(String css) {
        this.css = css;
    }

    static List<String> declarations(String css) {
        return new CssSplitter(withoutComments(css)).split(';');
    }

    /** The parts of a list of selectors or media queries. */
    static List<String> commaList(String css) {
        return new CssSplitter(css).split(',');
    }

    /** The rules with a block; statements without one are only {@code @import} and its like, and left out. */
    static List<Statement> statements(String css) {
        return new CssSplitter(withoutComments(css)).statements();
    }

    /** Whether the brackets nest so little that a recursive parser can read the text. */
    static boolean isShallow(String css) {
        int depth = 0;
        for (int i = 0; i < css.length(); i++) {
            if ("([{".indexOf(css.charAt(i)) >= 0 && ++depth > MAX_NESTING) {
                return false;
            }
        }
        return true;
    }

    private List<String> split(char separator) {
        List<String> pieces = new ArrayList<>();
        for (int start = 0; start < css.length(); ) {
            int end = find(start, separator, separator);
            pieces.add(css.substring(start, end).strip());
            start = end + 1;
        }
        pieces.removeIf(String::isEmpty);
        return pieces;
    }

    private List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        int i = 0;
        while (i < css.length()) {
            int start = firstOfStatement(i);
            boolean atRule = start < css.length() && css.charAt(start) == '@';
            int open = find(start, '{', atRule ? ';' : '{');
            if (open < css.length() && css.charAt(open) == '{') {
                int close = find(open + 1, '}', '}');
                statements.add(new Statement(css.substring(start, open).strip(), css.substring(open + 1, close)));
                i = close + 1;
            } else {
                i = open + 1;
            }
        }
        return statements;
    }

    private int firstOfStatement(int from) {
        int i = from;
        while (i < css.length() && (css.charAt(i) <= ' ' || css.charAt(i) == '}' || css.charAt(i) == ';')) {
            i++;
        }
        return i;
    }

    /** Where one of two characters stands outside strings and brackets, or the end. */
    private int find(int from, char one, char other) {
        int depth = 0;
        for (int i = from; i < css.length(); i++) {
            char c = css.charAt(i);
            if (depth == 0 && (c == one || c == other)) {
                return i;
            } else if (c == '"' || c == '\'') {
                i = endOfString(css, i);
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (depth > 0 && (c == ')' || c == ']' || c == '}')) {
                depth--;
            }
        }
        return css.length();
    }

    /** The closing quote; a line end closes a bad string too (CSS Syntax 3, section 4.3.5). */
    private static int endOfString(String css, int open) {
        int i = open + 1;
        while (i < css.length() && css.charAt(i) != css.charAt(open) && css.charAt(i) != '\n') {
            i += css.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, css.length() - 1);
    }

    private static String withoutComments(String css) {
        if (!css.contains("/*")) {
            return css;
        }
        StringBuilder out = new StringBuilder(css.length());
        int i = 0;
        while (i < css.length()) {
            char c = css.charAt(i);
            int next = i + 1;
            if (c == '"' || c == '\'') {
                next = endOfString(css, i) + 1;
                out.append(css, i, next);
            } else if (c == '/' && css.startsWith("/*", i)) {
                int end = css.indexOf("*/", i + 2);
                next = end < 0 ? css.length() : end + 2;
                out.append(' ');
            } else {
                out.append(c);
            }
            i = next;
        }
        return out.toString();
    }
}
