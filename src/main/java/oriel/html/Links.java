package oriel.html;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Links: only to http, https and mailto, only into a new window, and marked if their text names another host. */
final class Links {
    static final String SUSPICIOUS = "suspicious-link";
    static final String TARGET_HOST = "data-target-host";

    private static final int MAX_TEXT = 2_000;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\\u115F\\u1160\\u3164\\uFFA0]");
    private static final Pattern NAMED_HOST = Pattern.compile(
            "(?i)(?:(https?://)|mailto:)?(?:[^\\s/?#@]*@)?([\\p{L}\\p{N}_-]{1,63}(?:[.\\u3002\\uFF0E\\uFF61][\\p{L}\\p{N}_-]{1,63}){1,10})"
                    + "(?::\\d{1,5})?(?:[/?#].*)?");
    private static final Pattern AROUND =
            Pattern.compile("^[<(\\[\"'\u00AB\u201C\u2039]+|[>)\\]\"'.,;!\u00BB\u201D\u203A\u2026]+$");
    private static final Pattern SPACE = Pattern.compile("\\s");
    private static final Pattern TOP_LEVEL = Pattern.compile(
            "\\p{L}{2}|com|net|org|edu|gov|mil|int|info|biz|name|app|dev|xyz|online|shop|site|store|cloud|bank|live|top"
                    + "|club|email|xn--[a-z0-9-]+|[^\\x00-\\x7F]+");

    private Links() {}

    /** The href of a link as it may stay. */
    static Optional<String> href(String raw) {
        return WebAddress.parse(raw).map(WebAddress::text);
    }

    /** Completes a link whose content is complete. */
    static void finish(Element link) {
        if (!link.hasAttr("href")) {
            return;
        }
        link.attr("target", "_blank").attr("rel", "noopener noreferrer");
        WebAddress.parse(link.attr("href"))
                .filter(target -> target.disguised() || namesAnotherHost(link, target))
                .ifPresent(target -> warn(link, target.host()));
    }

    private static void warn(Element link, String host) {
        link.addClass(SUSPICIOUS).attr("title", host).attr(TARGET_HOST, host);
    }

    private static boolean namesAnotherHost(Element link, WebAddress target) {
        return namedHost(link.wholeText())
                .filter(named -> !isSame(named, target.host()))
                .isPresent();
    }

    /** The host that a text names, if it is an address or a host name and nothing else. */
    private static Optional<String> namedHost(String visible) {
        String text = INVISIBLE
                .matcher(Characters.cut(visible, MAX_TEXT))
                .replaceAll("")
                .strip();
        String address = AROUND.matcher(text).replaceAll("");
        Matcher named = NAMED_HOST.matcher(SPACE.split(address, 2)[0]);
        boolean alone = !SPACE.matcher(address).find() || address.regionMatches(true, 0, "http", 0, 4);
        if (!alone || !named.matches()) {
            return Optional.empty();
        }
        String host = named.group(2).replaceAll("[\\u3002\\uFF0E\\uFF61]", ".").toLowerCase(Locale.ROOT);
        String last = host.substring(host.lastIndexOf('.') + 1);
        boolean plausible = named.group(1) != null || TOP_LEVEL.matcher(last).matches();
        return plausible ? WebAddress.host(host) : Optional.empty();
    }

    private static boolean isSame(String named, String target) {
        String one = withoutWww(named);
        String other = withoutWww(target);
        return one.equals(other) || other.endsWith("." + one) || one.endsWith("." + other);
    }

    private static String withoutWww(String host) {
        String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return plain.startsWith("www.") ? plain.substring(4) : plain;
    }
}
