package oriel.imap;

import java.util.Locale;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** The numbers that SEARCH answers with (RFC 3501 section 7.2.5, RFC 4731 section 3.1). */
final class SearchResults {

    private static final String ALL = " ALL ";

    private SearchResults() {}

    /** In ascending order, each once. */
    static long[] of(Response[] responses) {
        UidList numbers = new UidList();
        for (Response each : responses) {
            if (each instanceof IMAPResponse answer && answer.keyEquals("SEARCH")) {
                for (long number = answer.readLong(); number > 0; number = answer.readLong()) {
                    numbers.add(number);
                }
            }
        }
        return numbers.sorted();
    }

    /** The same from the set of an ESEARCH. */
    static long[] extended(Response[] responses) {
        UidList numbers = new UidList();
        for (Response each : responses) {
            if (each instanceof IMAPResponse answer && answer.keyEquals("ESEARCH")) {
                String rest = answer.getRest();
                int all = rest.toUpperCase(Locale.ROOT).lastIndexOf(ALL);
                if (all >= 0) {
                    add(rest, all + ALL.length(), numbers);
                }
            }
        }
        return numbers.sorted();
    }

    private static void add(String set, int from, UidList numbers) {
        long first = 0;
        long number = 0;
        for (int at = from; at <= set.length(); at++) {
            char c = at < set.length() ? set.charAt(at) : ',';
            if (c >= '0' && c <= '9' && number < Integer.MAX_VALUE * 10L) {
                number = number * 10 + c - '0';
            } else if (c == ':') {
                first = number;
                number = 0;
            } else if (number > 0) {
                numbers.addAll(first == 0 ? number : Math.min(first, number), Math.max(first, number));
                first = 0;
                number = 0;
            }
            if (c == ' ') {
                return;
            }
        }
    }
}
