package oriel.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Bytes to text, whatever the sender calls their encoding. */
final class Texts {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Names that are sent for an encoding that contains the named one; browsers do the same (WHATWG Encoding). */
    private static final Map<String, String> WIDER = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-6-i", "iso-8859-6"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("x-gbk", "gb18030"),
            Map.entry("gb_2312-80", "gb18030"),
            Map.entry("big5", "big5-hkscs"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("utf8", "utf-8"),
            Map.entry("utf-16", "utf-16le"));

    private Texts() {}

    /**
     * The text.
     *
     * @param charset what the sender calls the encoding; empty if nothing was said
     */
    static String decode(byte[] bytes, String charset) {
        Optional<String> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        String name = charset.strip().toLowerCase(Locale.ROOT);
        if (Utf7.NAMES.contains(name)) {
            return Utf7.decode(bytes);
        }
        Charset named = find(name);
        if (named == null || named.equals(StandardCharsets.UTF_8) || named.equals(WINDOWS_1252)) {
            return guess(bytes, named);
        }
        return new String(bytes, named);
    }

    /** An encoding by the name that it has in mail; null for an unknown name or for US-ASCII, which says nothing. */
    @org.jspecify.annotations.Nullable
    private static Charset find(String name) {
        if (name.isEmpty() || name.equals("us-ascii") || name.equals("ascii")) {
            return null;
        }
        try {
            return Charset.forName(WIDER.getOrDefault(name, name.replace("cp-", "cp")));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static Optional<String> byMark(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
            return Optional.of(new String(b, 3, b.length - 3, StandardCharsets.UTF_8));
        }
        if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
            return Optional.of(new String(b, 2, b.length - 2, StandardCharsets.UTF_16LE));
        }
        if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
            return Optional.of(new String(b, 2, b.length - 2, StandardCharsets.UTF_16BE));
        }
        return Optional.empty();
    }

    /**
     * UTF-8 if it is that, for what really is windows-1252 hardly ever looks like it. Text that was labelled UTF-8 keeps
     * the label as long as most of its non-ASCII characters are right.
     */
    private static String guess(byte[] bytes, @org.jspecify.annotations.Nullable Charset named) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            if (StandardCharsets.UTF_8.equals(named)) {
                String text = new String(bytes, StandardCharsets.UTF_8);
                long wrong = text.chars().filter(c -> c == '\uFFFD').count();
                long right = text.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
                if (wrong <= right) {
                    return text;
                }
            }
            return new String(bytes, WINDOWS_1252);
        }
    }

    /**
     * Text that came as raw bytes in a header and was made characters one by one (RFC 6532 permits UTF-8 there); text
     * with any other character was decoded already and is returned as it is.
     */
    static String raw8bit(String text) {
        boolean high = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xFF) {
                return text;
            }
            high |= c > 0x7F;
        }
        return high ? guess(text.getBytes(StandardCharsets.ISO_8859_1), null) : text;
    }
}
