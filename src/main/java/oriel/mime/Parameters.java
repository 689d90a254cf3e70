package oriel.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A header of the form {@code value; name=value; ...}, such as Content-Type and Content-Disposition (RFC 2045 section
 * 5.1), with the continuations and charsets of RFC 2231; read leniently, so that a mistake costs one parameter.
 *
 * @param value what stands before the first semicolon, in lower case
 */
record Parameters(String value, Map<String, String> named) {

    private static final int LONGEST = 65_536;
    private static final int MOST_PIECES = 1_000;

    private static final Pattern PIECE = Pattern.compile("(.+?)\\*(?:(\\d{1,5})(\\*)?)?");

    private record Piece(String base, int number, boolean encoded, String text) {}

    static Parameters parse(@Nullable String header) {
        String raw = header == null ? "" : header.substring(0, Math.min(header.length(), LONGEST));
        int semicolon = raw.indexOf(';');
        String value =
                (semicolon < 0 ? raw : raw.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        Map<String, String> named = new HashMap<>();
        List<Piece> pieces = new ArrayList<>();
        int at = semicolon < 0 ? raw.length() : semicolon + 1;
        while (at < raw.length() && named.size() + pieces.size() < MOST_PIECES) {
            int end = end(raw, at);
            int equals = raw.indexOf('=', at);
            if (equals > at && equals < end) {
                String name = raw.substring(at, equals).strip().toLowerCase(Locale.ROOT);
                add(name, unquoted(raw.substring(equals + 1, end).strip()), named, pieces);
            }
            at = end + 1;
        }
        join(pieces).forEach(named::put);
        return new Parameters(value, Map.copyOf(named));
    }

    /** The next semicolon that is not in quotes, or the end. */
    private static int end(String raw, int from) {
        boolean quoted = false;
        for (int i = from; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return raw.length();
    }

    /** The text in quotation marks; the last one may be missing, and what follows it is noise. */
    private static String unquoted(String text) {
        if (!text.startsWith("\"")) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 1; i < text.length() && text.charAt(i) != '"'; i++) {
            boolean guarded = text.charAt(i) == '\\' && i + 1 < text.length();
            i += guarded ? 1 : 0;
            out.append(text.charAt(i));
        }
        return out.toString();
    }

    private static void add(String name, String text, Map<String, String> named, List<Piece> pieces) {
        Matcher piece = PIECE.matcher(name);
        if (!piece.matches()) {
            named.putIfAbsent(name, text);
            return;
        }
        boolean whole = piece.group(2) == null;
        int number = whole ? 0 : Integer.parseInt(piece.group(2));
        pieces.add(new Piece(piece.group(1), number, whole || piece.group(3) != null, text));
    }

    private static Map<String, String> join(List<Piece> pieces) {
        Map<String, ByteArrayOutputStream> bytes = new HashMap<>();
        Map<String, String> charsets = new HashMap<>();
        pieces.stream().sorted(Comparator.comparingInt(Piece::number)).forEach(piece -> {
            String text = piece.text();
            boolean first = !bytes.containsKey(piece.base());
            int charsetEnd = text.indexOf('\'');
            int languageEnd = text.indexOf('\'', charsetEnd + 1);
            if (first && piece.encoded() && charsetEnd >= 0 && languageEnd > 0) {
                charsets.put(piece.base(), text.substring(0, charsetEnd));
                text = text.substring(languageEnd + 1);
            }
            bytes.computeIfAbsent(piece.base(), key -> new ByteArrayOutputStream())
                    .writeBytes(piece.encoded() ? percentDecoded(text) : raw(text));
        });
        Map<String, String> joined = new HashMap<>();
        bytes.forEach(
                (name, all) -> joined.put(name, Texts.decode(all.toByteArray(), charsets.getOrDefault(name, ""))));
        return joined;
    }

    static byte[] percentDecoded(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            int value = text.charAt(i) == '%' ? HeaderDecoder.hex(text, i + 1) : -1;
            if (value >= 0) {
                out.write(value);
                i += 2;
            } else {
                out.writeBytes(raw(text.substring(i, i + 1)));
            }
        }
        return out.toByteArray();
    }

    /** Characters of a header are bytes, unless somebody decoded them before. */
    private static byte[] raw(String text) {
        boolean bytes = text.chars().allMatch(c -> c <= 0xFF);
        return text.getBytes(bytes ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** A parameter's text, as it came but for RFC 2231; empty if it is not there. */
    String get(String name) {
        return named.getOrDefault(name, "");
    }
}
