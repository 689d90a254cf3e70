package oriel.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds http, https and mailto addresses in text, in one pass. */
final class LinkFinder {
    /** The characters from start to end (exclusive) lead to an address. */
    record Link(int start, int end, WebAddress address) {}

    private static final int MAX_LENGTH = 4_096;
    private static final Pattern START = Pattern.compile("(?i)(?<![\\p{L}\\p{N}])(?:https?://|mailto:)");
    private static final String ENDS =
            "<>\"`\u00AB\u00BB\u201C\u201D\u201E\uFF08\uFF09\u300A\u300B\u300C\u300D\u3001\u3002\uFF0C";
    private static final String TRAILING = ".,;:!?'*_~\u2026\u2018\u2019|\\";
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private LinkFinder() {}

    static List<Link> find(String text) {
        List<Link> links = new ArrayList<>();
        Matcher start = START.matcher(text);
        int from = 0;
        while (start.find(from)) {
            int limit = end(text, start.end());
            int end = withoutTrail(text, start.start(), limit);
            if (end > start.end()) {
                int first = start.start();
                WebAddress.parse(text.substring(first, end))
                        .ifPresent(address -> links.add(new Link(first, end, address)));
            }
            // Also after what is no address: to look at its characters again would take quadratic time.
            from = Math.max(limit, start.end());
        }
        return links;
    }

    private static int end(String text, int from) {
        int last = Math.min(text.length(), from + MAX_LENGTH);
        int i = from;
        while (i < last && isInside(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isInside(char c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && ENDS.indexOf(c) < 0;
    }

    /** A sentence's punctuation is no part of the address in it, nor is a bracket that was opened before it. */
    private static int withoutTrail(String text, int start, int limit) {
        int[] surplus = new int[OPENING.length()];
        for (int i = start; i < limit; i++) {
            count(text.charAt(i), surplus, 1);
        }
        int end = limit;
        while (end > start) {
            char last = text.charAt(end - 1);
            int closing = CLOSING.indexOf(last);
            boolean unopened = closing >= 0 && surplus[closing] > 0;
            if (!unopened && TRAILING.indexOf(last) < 0 && OPENING.indexOf(last) < 0) {
                return end;
            }
            count(last, surplus, -1);
            end--;
        }
        return end;
    }

    private static void count(char c, int[] surplus, int step) {
        if (CLOSING.indexOf(c) >= 0) {
            surplus[CLOSING.indexOf(c)] += step;
        } else if (OPENING.indexOf(c) >= 0) {
            surplus[OPENING.indexOf(c)] -= step;
        }
    }
}
