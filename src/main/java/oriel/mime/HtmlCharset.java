package oriel.mime;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The charset that an HTML text names itself; used where the header names none. */
final class HtmlCharset {

    private static final int LOOK_AT = 2_048;
    private static final Pattern META =
            Pattern.compile("(?i)<meta\\s[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([a-z0-9_.:-]{1,40})");

    private HtmlCharset() {}

    /** @param declared the header's; empty if there is none */
    static String of(byte[] html, String declared) {
        if (!declared.isBlank()) {
            return declared;
        }
        String start = new String(html, 0, Math.min(html.length, LOOK_AT), StandardCharsets.ISO_8859_1);
        Matcher matcher = META.matcher(start);
        String named = matcher.find() ? matcher.group(1) : "";
        // whoever could read this in ASCII was not reading UTF-16 (WHATWG HTML, encoding sniffing)
        return named.toLowerCase(Locale.ROOT).startsWith("utf-16") ? "utf-8" : named;
    }
}
