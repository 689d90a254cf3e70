package oriel.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import oriel.mail.Address;

/**
 * Recipients as people type and paste them: separated by commas, semicolons or line breaks, with and without names.
 *
 * @param addresses those that can be sent to, each once, as first written
 * @param invalid the others, as they were written
 */
public record Recipients(List<Address> addresses, List<String> invalid) {

    private static final int LONGEST_SHOWN = 100;

    public Recipients {
        addresses = List.copyOf(addresses);
        invalid = List.copyOf(invalid);
    }

    /** Reads a line of recipients; nothing that can be typed makes it fail. */
    public static Recipients parse(String typed) {
        Map<String, Address> found = new LinkedHashMap<>();
        List<String> invalid = new ArrayList<>();
        for (String token : tokens(typed)) {
            List<Address> read = read(token);
            read.forEach(address -> found.putIfAbsent(key(address), address));
            if (read.isEmpty()) {
                invalid.add(shortened(token));
            }
        }
        return new Recipients(List.copyOf(found.values()), invalid);
    }

    /** Writes recipients as {@link #parse} reads them. */
    public static String format(List<Address> addresses) {
        return addresses.stream().map(Recipients::format).collect(Collectors.joining(", "));
    }

    private static String format(Address address) {
        String name = address.name();
        if (name.isEmpty()) {
            return address.email();
        }
        boolean plain = name.chars().noneMatch(c -> "\",;<>()@\\\uFF0C\uFF1B\u3001".indexOf(c) >= 0);
        String shown = plain ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        return shown + " <" + address.email() + ">";
    }

    /** What makes two addresses the same for people: the address, whatever its case. */
    static String key(Address address) {
        return address.email().toLowerCase(Locale.ROOT);
    }

    private static List<Address> read(String token) {
        List<Address> one = RecipientReader.read(token).stream().toList();
        return one.isEmpty() ? bareAddresses(token) : one;
    }

    /** A column of a spreadsheet comes as addresses with nothing but space between them: all or nothing. */
    private static List<Address> bareAddresses(String token) {
        List<Address> all = new ArrayList<>();
        for (String word : token.split("\\s+")) {
            var address = RecipientReader.read(word);
            if (address.isEmpty()) {
                return List.of();
            }
            all.add(address.get());
        }
        return all;
    }

    private static String shortened(String token) {
        return token.length() <= LONGEST_SHOWN ? token : token.substring(0, LONGEST_SHOWN) + "\u2026";
    }

    /** Cuts at separators that stand neither in quotes nor in angle brackets nor in a comment. */
    private static List<String> tokens(String typed) {
        List<String> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        char closing = 0;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            boolean lineBreak = c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
            if (lineBreak || (closing == 0 && isSeparator(c))) {
                add(tokens, token);
                closing = 0;
                continue;
            }
            if (c == '\\' && closing == '"' && i + 1 < typed.length() && typed.charAt(i + 1) >= ' ') {
                token.append(c).append(typed.charAt(++i));
                continue;
            }
            closing = closing == 0 ? closingOf(c, typed, i) : c == closing ? 0 : closing;
            token.append(c);
        }
        add(tokens, token);
        return tokens;
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == ';' || c == '\uFF0C' || c == '\uFF1B' || c == '\u3001';
    }

    /** A quote or bracket that is never closed is a typing mistake and must not swallow all that follows. */
    private static char closingOf(char c, String typed, int at) {
        char closing = c == '"' ? '"' : c == '<' ? '>' : c == '(' ? ')' : 0;
        return closing != 0 && typed.indexOf(closing, at + 1) > 0 ? closing : 0;
    }

    private static void add(List<String> tokens, StringBuilder token) {
        String stripped = token.toString().strip();
        if (!stripped.isEmpty()) {
            tokens.add(stripped);
        }
        token.setLength(0);
    }
}
