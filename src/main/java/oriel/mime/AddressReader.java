package oriel.mime;

import java.util.Optional;
import java.util.regex.Pattern;
import oriel.mail.Address;

/** Reads one address of a list. */
final class AddressReader {

    private static final int LONGEST = 4_000;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private AddressReader() {}

    /** The address; empty for what holds nothing to show. */
    static Optional<Address> read(String raw) {
        String text = (raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw).strip();
        int open = text.lastIndexOf('<');
        Address address = open < 0 ? bare(text) : bracketed(text, open);
        return address.name().isEmpty() && address.email().isEmpty() ? Optional.empty() : Optional.of(address);
    }

    private static Address bracketed(String text, int open) {
        int close = text.indexOf('>', open);
        String inside = text.substring(open + 1, close < 0 ? text.length() : close);
        String before = text.substring(0, open);
        String after = close < 0 ? "" : text.substring(close + 1);
        String name = name(before.isBlank() ? after : before);
        String email = email(inside);
        if (email.isEmpty() && name.isEmpty()) {
            return new Address(name(inside), "");
        }
        return new Address(name, email);
    }

    /** An address without angle brackets: {@code grace@oriel.test (Grace Hopper)}, words around it, or no address. */
    private static Address bare(String text) {
        String plain = withoutComments(text);
        int at = plain.lastIndexOf('@');
        if (at < 0) {
            return new Address(name(plain), "");
        }
        String email = word(plain, at);
        String words = plain.replace(email, " ").strip();
        String comment = text.equals(plain) ? "" : comment(text);
        return new Address(comment.isEmpty() ? name(words) : comment, email(email));
    }

    private static String word(String text, int at) {
        int start = at;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    private static String email(String inside) {
        String plain = withoutComments(inside).strip();
        int route = plain.startsWith("@") ? plain.indexOf(':') : -1;
        String spec = plain.substring(route + 1).strip();
        if (spec.regionMatches(true, 0, "mailto:", 0, 7)) {
            spec = spec.substring(7);
        }
        return spec.indexOf('@') < 0 ? "" : SPACE.matcher(Texts.raw8bit(spec)).replaceAll("");
    }

    private static String name(String raw) {
        return HeaderDecoder.text(unquoted(raw.strip())).strip();
    }

    /** Without quotation marks and the backslashes that guard them (RFC 5322 section 3.2.4). */
    private static String unquoted(String text) {
        if (text.indexOf('"') < 0 && text.indexOf('\\') < 0) {
            return text.startsWith("'") && text.endsWith("'") && text.length() > 1
                    ? text.substring(1, text.length() - 1)
                    : text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                out.append(text.charAt(++i));
            } else if (c != '"') {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String withoutComments(String text) {
        if (text.indexOf('(') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : 0;
            if (depth == 0) {
                out.append(c);
            }
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }
        return out.toString().strip();
    }

    private static String comment(String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf(')');
        return open < 0 ? "" : name(text.substring(open + 1, close > open ? close : text.length()));
    }
}
