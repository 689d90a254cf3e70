package oriel.mime;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oriel.mail.Address;
import oriel.mail.Lines;

/** Reads header values as people wrote them: encoded words (RFC 2047), raw 8-bit text, addresses; nothing throws. */
public final class HeaderDecoder {

    /** No header that people read is longer; the rest is cut. */
    private static final int LONGEST = 32_768;

    private static final Pattern WORD =
            Pattern.compile("=\\?([^?\\s]{1,80})\\?([bBqQ])\\?([^?]*(?:\\?(?!=)[^?]*){0,20})\\?=");

    /** Where a line was folded for the wire; not text (RFC 5322 section 2.2.3), though senders indent it at will. */
    private static final Pattern FOLD = Pattern.compile("[ \\t]*[\\r\\n]+[ \\t]*");

    private static final int LONGEST_ID = 900;

    static {
        LenientMime.use();
    }

    private HeaderDecoder() {}

    /** The text for people, on one line; empty for null. */
    public static String text(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        String cut = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
        boolean folded = cut.indexOf('\n') >= 0 || cut.indexOf('\r') >= 0;
        String line = folded ? FOLD.matcher(cut).replaceAll(" ") : cut;
        return Lines.folded(line.contains("=?") ? words(line) : Texts.raw8bit(line));
    }

    /** The addresses of a header, groups opened; what cannot be understood becomes a name without an address. */
    public static List<Address> addresses(@Nullable String raw) {
        return raw == null ? List.of() : AddressList.parse(raw);
    }

    /** The Message-IDs in a header, with angle brackets, in order (RFC 5322 section 3.6.4). */
    static List<String> messageIds(@Nullable String raw) {
        int open = raw == null ? -1 : raw.indexOf('<');
        if (open < 0) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        while (open >= 0) {
            int end = open + 1;
            while (end < raw.length() && raw.charAt(end) > ' ' && "<>".indexOf(raw.charAt(end)) < 0) {
                end++;
            }
            int length = end - open - 1;
            if (end < raw.length() && raw.charAt(end) == '>' && length > 0 && length <= LONGEST_ID) {
                ids.add(raw.substring(open, end + 1));
            }
            open = raw.indexOf('<', end);
        }
        return ids;
    }

    /**
     * Decodes encoded words. Neighbours of one charset are joined as bytes first, because senders cut inside a
     * character; white space between neighbours is not text (RFC 2047 section 6.2).
     */
    private static String words(String raw) {
        Matcher word = WORD.matcher(raw);
        StringBuilder out = new StringBuilder(raw.length());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        int end = 0;
        while (word.find()) {
            String between = raw.substring(end, word.start());
            String next = charset(word.group(1));
            boolean neighbours = end > 0 && between.isBlank();
            if (!neighbours || !next.equalsIgnoreCase(charset)) {
                out.append(flush(bytes, charset));
                out.append(neighbours ? "" : Texts.raw8bit(between));
            }
            charset = next;
            bytes.writeBytes(bytes(word.group(2), word.group(3)));
            end = word.end();
        }
        out.append(flush(bytes, charset));
        return out.append(Texts.raw8bit(raw.substring(end))).toString();
    }

    private static String flush(ByteArrayOutputStream bytes, String charset) {
        String text = bytes.size() == 0 ? "" : Texts.decode(bytes.toByteArray(), charset);
        bytes.reset();
        return text;
    }

    /** A charset without the language that RFC 2231 section 5 permits after it. */
    private static String charset(String token) {
        int language = token.indexOf('*');
        return language < 0 ? token : token.substring(0, language);
    }

    private static byte[] bytes(String encoding, String text) {
        if (encoding.equalsIgnoreCase("B")) {
            return base64(text);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = c == '=' ? hex(text, i + 1) : -1;
            out.write(value >= 0 ? value : c == '_' ? ' ' : c);
            i += value >= 0 ? 2 : 0;
        }
        return out.toByteArray();
    }

    static int hex(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static byte[] base64(String text) {
        String clean = text.replaceAll("[^A-Za-z0-9+/]", "");
        int whole = clean.length() % 4 == 1 ? clean.length() - 1 : clean.length();
        return Base64.getDecoder().decode(clean.substring(0, whole));
    }
}
