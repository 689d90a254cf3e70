package oriel.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.iap.ParsingException;
import org.eclipse.angus.mail.iap.Protocol;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/**
 * A response that was looked through before Jakarta Mail takes it apart, if it is one to FETCH or LIST (message-data and
 * mailbox-data of RFC 3501 section 9): with a list that is not closed, or a word where a string should be, it may never
 * come to an end, and one folder that makes no sense takes all others with it.
 */
final class CheckedResponse extends IMAPResponse {

    private static final int DEEPEST = 200;

    private static final Pattern LIST = Pattern.compile(
            "\\* LIST \\([^()\"]*\\) (\"(\\\\?.)?\"|NIL) .+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private int depth;
    private String item = "";

    CheckedResponse(Protocol protocol) throws IOException, ProtocolException {
        super(protocol);
        if (keyEquals("FETCH")) {
            check();
        } else if (keyEquals("LIST")) {
            String line = new String(buffer, 0, size, StandardCharsets.ISO_8859_1);
            require(LIST.matcher(line).matches());
        }
    }

    private void check() throws ParsingException {
        int at = index;
        while (at < size) {
            at = next(at);
            require(depth <= DEEPEST && at <= size);
        }
        require(depth == 0);
    }

    /** Where the token ends that begins here. */
    private int next(int at) throws ParsingException {
        switch (buffer[at]) {
            case ' ' -> {
                return at + 1;
            }
            case '(' -> {
                depth++;
                return at + 1;
            }
            case ')' -> {
                depth--;
                require(depth >= 0);
                return at + 1;
            }
            case '"' -> {
                return afterQuoted(at + 1);
            }
            case '{' -> {
                return afterLiteral(at + 1);
            }
            default -> {
                return afterAtom(at);
            }
        }
    }

    private int afterQuoted(int from) throws ParsingException {
        int at = from;
        while (at < size && buffer[at] != '"') {
            at += buffer[at] == '\\' ? 2 : 1;
        }
        require(at < size);
        return at + 1;
    }

    private int afterLiteral(int from) throws ParsingException {
        int at = from;
        long length = 0;
        while (at < size && buffer[at] >= '0' && buffer[at] <= '9' && length < size) {
            length = length * 10 + buffer[at++] - '0';
        }
        require(at > from && at + 2 < size && buffer[at] == '}' && buffer[at + 2] == '\n' && length <= size);
        return (int) Math.min(Integer.MAX_VALUE, at + 3 + length);
    }

    private int afterAtom(int from) throws ParsingException {
        int at = from;
        boolean section = false;
        while (at < size && (section || " ()\"{".indexOf(buffer[at]) < 0)) {
            section = (section || buffer[at] == '[') && buffer[at] != ']';
            at++;
        }
        if (depth == 1) {
            item = new String(buffer, from, at - from, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
        } else {
            boolean structured = item.equals("ENVELOPE") || item.equals("BODY") || item.equals("BODYSTRUCTURE");
            require(depth > 1 && (!structured || isNil(from, at) || isNumber(from, at)));
        }
        return at;
    }

    private boolean isNil(int from, int to) {
        return to - from == 3
                && (buffer[from] | 0x20) == 'n'
                && (buffer[from + 1] | 0x20) == 'i'
                && (buffer[from + 2] | 0x20) == 'l';
    }

    private boolean isNumber(int from, int to) {
        for (int at = from; at < to; at++) {
            if (buffer[at] < '0' || buffer[at] > '9') {
                return false;
            }
        }
        return to - from >= 1 && to - from <= 19;
    }

    private static void require(boolean condition) throws ParsingException {
        if (!condition) {
            throw new ParsingException("makes no sense");
        }
    }
}
