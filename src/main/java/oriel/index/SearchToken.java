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
 */
record SearchToken(Kind kind, String name, String text, boolean quoted) {

    private static final int MOST = 100;

    /** All that may stand before a colon; anything else is a word, as in {@code 12:30} and {@code https://example.org}. */
    private static final Set<String> OPERATORS = Set.of(
            "from", "to", "cc", "subject", "body", "text", "has", "is", "before", "after", "since", "on", "larger",
            "smaller", "in", "tag", "label");

    /** What it is. */
    enum Kind {
        WORD,
        PHRASE,
        OPERATOR,
        OR,
        NOT,
        OPEN,
        CLOSE
    }

    static List<SearchToken> of(String typed) throws NotUnderstood {
        return new Reader(typed).all();
    }

    private static SearchToken of(Kind kind) {
        return new SearchToken(kind, "", "", false);
    }

    /** Reads from left to right. */
    private static final class Reader {
        private final String typed;
        private int at;

        Reader(String typed) {
            this.typed = typed.replace('\u201c', '"').replace('\u201d', '"').replace('\u201e', '"');
        }

        List<SearchToken> all() throws NotUnderstood {
            List<SearchToken> tokens = new ArrayList<>();
            for (skipSpace(); at < typed.length(); skipSpace()) {
                if (tokens.size() == MOST) {
                    throw new NotUnderstood("long", "");
                }
                tokens.add(one());
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

        private SearchToken one() throws NotUnderstood {
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
                    return new SearchToken(Kind.PHRASE, "", quoted(), true);
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
                throw new NotUnderstood("quote", typed.substring(at));
            }
            String text = typed.substring(at + 1, end);
            at = end + 1;
            return text;
        }

        private SearchToken word() throws NotUnderstood {
            String word = bare(true);
            String lower = word.toLowerCase(Locale.ROOT);
            if (at < typed.length() && typed.charAt(at) == ':' && OPERATORS.contains(lower)) {
                at++;
                boolean quotes = at < typed.length() && typed.charAt(at) == '"';
                return new SearchToken(Kind.OPERATOR, lower, quotes ? quoted() : bare(false), quotes);
            }
            // No operator: the colon is part of the word.
            String whole = word + bare(false);
            return switch (whole) {
                case "OR" -> of(Kind.OR);
                case "NOT" -> of(Kind.NOT);
                case "AND" -> word.equals("AND") ? afterAnd() : new SearchToken(Kind.WORD, "", whole, false);
                default -> new SearchToken(Kind.WORD, "", whole, false);
            };
        }

        /** All is wanted together anyway. */
        private SearchToken afterAnd() throws NotUnderstood {
            skipSpace();
            return at < typed.length() ? one() : new SearchToken(Kind.WORD, "", "AND", false);
        }

        private String bare(boolean toColon) {
            int from = at;
            while (at < typed.length()
                    && !isSpace(typed.charAt(at))
                    && "()\"|".indexOf(typed.charAt(at)) < 0
                    && !(toColon && typed.charAt(at) == ':')) {
                at++;
            }
            return typed.substring(from, at);
        }
    }
}
