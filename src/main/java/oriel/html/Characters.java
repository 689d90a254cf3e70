package oriel.html;

/** Keeps text to the characters that every HTML parser reads back unchanged. */
final class Characters {
    private Characters() {}

    /**
     * Line ends become LF (HTML parsers turn CR and FF into other things when they read them back), as do U+2028 and
     * U+2029, which end lines in scripts; other controls, non-characters and lone surrogates go.
     */
    static String clean(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F || c == '\n')) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        String lines = text.replace("\r\n", "\n");
        lines.codePoints().map(Characters::replacement).filter(c -> c >= 0).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static int replacement(int c) {
        if (c == '\r' || c == '\f' || c == 0x2028 || c == 0x2029) {
            return '\n';
        }
        return isHarmless(c) ? c : -1;
    }

    private static boolean isHarmless(int c) {
        boolean control = Character.isISOControl(c) && c != '\t' && c != '\n';
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        // U+FEFF is a byte order mark to some parsers and text to others.
        return !control && !surrogate && !nonCharacter && c != 0xFEFF;
    }

    /** The first {@code length} characters, without half a character at the end. */
    static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
