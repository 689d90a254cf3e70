package oriel.mime;

import java.util.ArrayList;
import java.util.List;
import oriel.mail.Address;

/**
 * Takes an address header apart (RFC 5322 section 3.4) in one pass and without ever giving up. Commas and semicolons
 * part addresses, unless they stand in quotes, in a comment, in an encoded word, or in a route.
 */
final class AddressList {

    /** More than these are not shown: nobody reads them, and each costs the page. */
    static final int MOST = 2_000;

    private final String raw;
    private final List<Address> found = new ArrayList<>();
    private final int lastQuote;
    private final int lastClose;
    private int start;
    private int open = -1;

    private AddressList(String raw) {
        this.raw = raw;
        lastQuote = raw.lastIndexOf('"');
        lastClose = raw.lastIndexOf(')');
    }

    static List<Address> parse(String raw) {
        AddressList list = new AddressList(raw);
        list.split();
        return list.found;
    }

    private void split() {
        boolean quoted = false;
        int comments = 0;
        for (int i = 0; i < raw.length() && found.size() < MOST; i++) {
            char c = raw.charAt(i);
            if (c == '\\') {
                i++;
            } else if (quoted) {
                quoted = c != '"';
            } else if (comments > 0) {
                comments += c == '(' ? 1 : c == ')' ? -1 : 0;
            } else if (c == '"') {
                quoted = lastQuote > i;
            } else if (c == '(') {
                comments = lastClose > i ? 1 : 0;
            } else if (c == '<') {
                open = i;
            } else if (c == '>') {
                open = -1;
            } else if (c == '=') {
                i = encodedWordEnd(i);
            } else if (c == ':' && open < 0) {
                group(i);
            } else if ((c == ',' || c == ';') && !isRoute()) {
                take(i);
                open = -1;
            }
        }
        take(raw.length());
    }

    /** The last character of the encoded word that begins here, or here if none does. */
    private int encodedWordEnd(int at) {
        if (!raw.startsWith("=?", at)) {
            return at;
        }
        int end = at + 2;
        for (int marks = 0; end < raw.length() && !Character.isWhitespace(raw.charAt(end)); end++) {
            if (raw.charAt(end) == '?' && ++marks == 3) {
                return raw.startsWith("=", end + 1) ? end + 1 : at;
            }
        }
        return at;
    }

    /** Whether this place is in the brackets of {@code <@one,@two:name@host>} (RFC 5322 section 4.4). */
    private boolean isRoute() {
        return open >= start && raw.startsWith("<@", open);
    }

    /** What stands before a colon is a group's name; it is shown where the group has no members. */
    private void group(int colon) {
        int end = colon + 1;
        while (end < raw.length() && Character.isWhitespace(raw.charAt(end))) {
            end++;
        }
        boolean empty = end == raw.length() || raw.charAt(end) == ';';
        if (empty) {
            take(colon);
        }
        start = colon + 1;
    }

    private void take(int end) {
        if (start < end && found.size() < MOST) {
            AddressReader.read(raw.substring(start, end)).ifPresent(found::add);
        }
        start = Math.min(end + 1, raw.length());
    }
}
