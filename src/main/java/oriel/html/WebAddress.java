package oriel.html;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An http, https or mailto address in the one spelling that all parsers read the same way.
 *
 * @param scheme lower case
 * @param host the ASCII form, lower case; of a mailto address the domain, perhaps empty
 * @param disguised true if a user name stands before the host, as in {@code https://bank.example@evil.example/}
 * @param text the whole address, printable ASCII without quotes, brackets and backslashes
 */
record WebAddress(String scheme, String host, boolean disguised, String text) {
    private static final int MAX_LENGTH = 16_384;
    private static final Pattern WEB = Pattern.compile("(?i)(https?)://([^/?#]+)(.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:([^@]*)@)?([^@:\\[\\]]+|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{0,5}))?");
    private static final Pattern LINE_ENDS = Pattern.compile("[\\t\\n\\r]");
    private static final Pattern HOST = Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*\\.?");
    private static final Pattern DOMAIN = Pattern.compile("@([A-Za-z0-9.-]+)(?=$|[?,;>])");
    /** Java's IDNA 2003 turns these into other letters, browsers of today do not: two different hosts. */
    private static final Pattern READ_IN_TWO_WAYS = Pattern.compile("[\u00DF\u1E9E\u03C2\u200C\u200D]");

    private static final String KEPT = "-._~:/?#@!$&*+,;=%|[]";

    /** Empty for anything but an absolute http, https or mailto address, or if its host can be read in two ways. */
    static Optional<WebAddress> parse(String raw) {
        String address = asBrowsersReadIt(raw);
        if (address.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (address.regionMatches(true, 0, "mailto:", 0, 7)) {
            return Optional.of(mailto(address.substring(7)));
        }
        Matcher web = WEB.matcher(address);
        return web.matches()
                ? web(web.group(1).toLowerCase(Locale.ROOT), web.group(2), web.group(3))
                : Optional.empty();
    }

    /** The URL Standard strips C0 controls and spaces at both ends, and tabs and line ends everywhere. */
    static String asBrowsersReadIt(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && raw.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && raw.charAt(end - 1) <= ' ') {
            end--;
        }
        return LINE_ENDS.matcher(raw.substring(start, end)).replaceAll("");
    }

    private static WebAddress mailto(String rest) {
        String text = encode(rest);
        Matcher domain = DOMAIN.matcher(text);
        String host = domain.find() ? domain.group(1).toLowerCase(Locale.ROOT) : "";
        return new WebAddress("mailto", host, false, "mailto:" + text);
    }

    private static Optional<WebAddress> web(String scheme, String authority, String rest) {
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String port = parts.group(3) == null || parts.group(3).isEmpty() ? "" : ":" + parts.group(3);
        boolean disguised = parts.group(1) != null;
        String user = disguised ? encode(parts.group(1)) + "@" : "";
        boolean plainUser = user.indexOf('/') < 0 && !parts.group(0).contains("\\");
        return plainUser
                ? host(parts.group(2))
                        .map(host -> new WebAddress(
                                scheme, host, disguised, scheme + "://" + user + host + port + encode(rest)))
                : Optional.empty();
    }

    /** The ASCII form of a host name as IDNA writes it; empty if it is none. */
    static Optional<String> host(String raw) {
        if (raw.startsWith("[")) {
            return Optional.of(raw.toLowerCase(Locale.ROOT));
        }
        if (raw.length() > 253 || READ_IN_TWO_WAYS.matcher(raw).find()) {
            return Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(raw).toLowerCase(Locale.ROOT);
            return HOST.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return out.toString();
    }

    boolean isWeb() {
        return !scheme.equals("mailto");
    }
}
