package oriel.mime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/** UTF-7 (RFC 2152), which Java does not know and old Outlook wrote. */
final class Utf7 {

    static final Set<String> NAMES = Set.of("utf-7", "utf7", "unicode-1-1-utf-7", "x-utf-7", "unicode-2-0-utf-7");

    private Utf7() {}

    static String decode(byte[] bytes) {
        String in = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder out = new StringBuilder(in.length());
        int at = 0;
        while (at < in.length()) {
            char c = in.charAt(at++);
            if (c != '+') {
                out.append(c);
                continue;
            }
            int end = at;
            while (end < in.length() && isBase64(in.charAt(end))) {
                end++;
            }
            out.append(end == at ? "+" : shifted(in.substring(at, end)));
            at = end < in.length() && in.charAt(end) == '-' ? end + 1 : end;
        }
        return out.toString();
    }

    private static String shifted(String base64) {
        int whole = base64.length() % 4 == 1 ? base64.length() - 1 : base64.length();
        byte[] units = Base64.getDecoder().decode(base64.substring(0, whole));
        return new String(units, 0, units.length / 2 * 2, StandardCharsets.UTF_16BE);
    }

    private static boolean isBase64(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }
}
