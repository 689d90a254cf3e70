package oriel.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A piece of what was typed.
 *
 * @param name of an operator, in lower case; empty for all else
 * @param text a word, what stands in quotes, or an operator's value
 * @param quoted whether the text stood in quotes
 * @param at where it begins in what was typed
 */
record SearchToken(Kind kind, String name, String text, boolean quoted, int at) {

    private static final int MOST = 100;

    /** Of what was typed, in a complaint. */
    private static final int EXCERPT = 30;

    /** All that may stand before a colon; anything else is a word, as in {@code 12:30} and {@code https://example.org}. */
    private static final Set<String> OPERATORS = Set.of(
            "from",
            "to",
            "cc",
            "subject",
            "body",
            "text",
            "filename",
            "has",
            "is",
            "before",
            "after",
            "since",
            "on",
            "larger",
            "smaller",
            "in",
            "tag",
            "label");

    private static final Set<String> JOINING = Set.of("OR", "AND", "NOT");

    /** What it is. */
    enum Kind {
        WORD,
        PHRASE,
        OPERATOR,
        /** All is wanted together anyway. */
        AND,
        OR,
        NOT,
        OPEN,
        CLOSE
    }

    static List<SearchToken> of(String typed) throws NotUnderstood {
        return new Reader(typed).all();
    }

    static boolean isOperator(String name) {
        return OPERATORS.contains(name);
    }

    /** What was typed from a token on, to show the place. */
    static String from(String typed, SearchToken token) {
        String rest = typed.substring(token.at()).strip();
        return rest.codePointCount(0, rest.length()) <= EXCERPT
                ? rest
                : rest.substring(0, rest.offsetByCodePoints(0, EXCERPT)) + '\u2026';
    }

    /** The same operator with another value. */
    SearchToken with(String value, boolean inQuotes) {
        return new SearchToken(kind, name, value, inQuotes, at);
    }

    /** Reads from left to right. */
    private static final class Reader {
        private final String typed;
        private int at;
        /** Where the token begins that is read. */
        private int begun;

        Reader(String typed) {
            this.typed = typed.codePoints()
                    .map(Reader::ascii)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }

        /** What the keyboards of many languages have for these marks. */
        private static int ascii(int c) {
            return switch (c) {
                case '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb', '\uff02' -> '"';
                case '\uff1a' -> ':';
                case '\uff08' -> '(';
                case '\uff09' -> ')';
                case '\uff5c' -> '|';
                case '\uff0d', '\u2212' -> '-';
                default -> c;
            };
        }

        List<SearchToken> all() throws NotUnderstood {
            List<SearchToken> tokens = new ArrayList<>();
            for (skipSpace(); at < typed.length(); skipSpace()) {
                if (tokens.size() == MOST) {
                    throw new NotUnderstood("long", "");
                }
                SearchToken token = one();
                if (token.kind() != Kind.AND) {
                    tokens.add(token);
                }
            }
            return tokens;
        }

        private void skipSpace() {
            while (at < typed.length() && isSpace(typed.charAt(at))) {
                at++;
            }
        }

        private static boolean isSpace(char c) {
            return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
        }

        private SearchToken of(Kind kind) {
            return new SearchToken(kind, "", "", false, begun);
        }

        private SearchToken one() throws NotUnderstood {
            begun = at;
            char c = typed.charAt(at);
            switch (c) {
                case '(':
                    at++;
                    return of(Kind.OPEN);
                case ')':
                    at++;
                    return of(Kind.CLOSE);
                case '|':
                    at++;
                    return of(Kind.OR);
                case '"':
                    return new SearchToken(Kind.PHRASE, "", quoted(), true, begun);
                default:
                    return c == '-' && beginsSomething(at + 1) ? not() : word();
            }
        }

        private SearchToken not() {
            at++;
            return of(Kind.NOT);
        }

        private boolean beginsSomething(int place) {
            return place < typed.length() && !isSpace(typed.charAt(place)) && typed.charAt(place) != '-';
        }

        private String quoted() throws NotUnderstood {
            int end = typed.indexOf('"', at + 1);
            if (end < 0) {
                return unfinished();
            }
            String text = typed.substring(at + 1, end);
            at = end + 1;
            return text;
        }

        private String unfinished() throws NotUnderstood {
            String rest = typed.substring(at);
            if (!rest.substring(1).isBlank()) {
                throw new NotUnderstood("quote", from(typed, of(Kind.PHRASE)));
            }
            at = typed.length();
            return "";
        }

        private SearchToken word() throws NotUnderstood {
            String word = bare(true);
            String lower = word.toLowerCase(Locale.ROOT);
            if (at < typed.length() && typed.charAt(at) == ':' && OPERATORS.contains(lower)) {
                at++;
                skipToValue();
                boolean quotes = at < typed.length() && typed.charAt(at) == '"';
                return new SearchToken(Kind.OPERATOR, lower, quotes ? quoted() : bare(false), quotes, begun);
            }
            // No operator: the colon is part of the word.
            String whole = word + bare(false);
            return switch (whole) {
                case "OR" -> of(Kind.OR);
                case "NOT" -> of(Kind.NOT);
                case "AND" -> of(Kind.AND);
                default -> new SearchToken(Kind.WORD, "", whole, false, begun);
            };
        }

        /** People write {@code from: ada} too; but what is something by itself is no value. */
        private void skipToValue() {
            int colon = at;
            skipSpace();
            int value = at;
            String word = bare(true);
            boolean isOperator =
                    at < typed.length() && typed.charAt(at) == ':' && OPERATORS.contains(word.toLowerCase(Locale.ROOT));
            boolean isMark = word.startsWith("-") || JOINING.contains(word) || isMarkAt(value);
            at = isOperator || isMark ? colon : value;
        }

        private boolean isMarkAt(int place) {
            return place == typed.length() || "()|".indexOf(typed.charAt(place)) >= 0;
        }

        /** A quote between two Hebrew letters, which marks an abbreviation. */
        private boolean isGershayim() {
            return typed.charAt(at) == '"'
                    && at > 0
                    && at + 1 < typed.length()
                    && isHebrew(typed.charAt(at - 1))
                    && isHebrew(typed.charAt(at + 1));
        }

        private static boolean isHebrew(char c) {
            return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.HEBREW;
        }

        private String bare(boolean toColon) {
            int from = at;
            while (at < typed.length()
                    && !isSpace(typed.charAt(at))
                    && ("()\"|".indexOf(typed.charAt(at)) < 0 || isGershayim())
                    && !(toColon && typed.charAt(at) == ':')) {
                at++;
            }
            return typed.substring(from, at);
        }
    }
}
