package oriel.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Decides about every image of one message, and remembers what it decided. */
final class Resources {
    /** What becomes of a reference to an image. */
    sealed interface Image {
        /** It may be loaded from this address. */
        record Kept(String address, boolean remote) implements Image {}

        /** It is on another server and must not be loaded now. */
        record Blocked(String host) implements Image {}

        /** It is nothing that a message may show. */
        record Refused() implements Image {}
    }

    /** Of images from elsewhere, before whoever runs them is not looked up any more. */
    private static final int MAX_NAMED = 500;

    private static final Image REFUSED = new Image.Refused();
    private static final int MAX_DATA_LENGTH = 1 << 20;
    private static final Pattern DATA =
            Pattern.compile("data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/]+={0,2}");
    /** A path on this server: nothing that a browser reads as another host, no quote, no bracket, no backslash. */
    private static final Pattern PATH = Pattern.compile("/(?!/)[A-Za-z0-9._~:/?#@!$&*+,;=%-]*");

    private final CleanOptions options;
    private final SortedSet<String> blockedHosts = new TreeSet<>();
    private final SortedSet<String> usedContentIds = new TreeSet<>();
    private final Set<String> madePaths = new TreeSet<>();
    private final SortedSet<String> trackers = new TreeSet<>();
    private Set<String> trustedPaths = Set.of();
    private int blocked;
    private int named;

    Resources(CleanOptions options) {
        this.options = options;
    }

    /** From now on the paths that Content-IDs led to are read as what they are: our own output comes in again. */
    void trustOwnPaths() {
        trustedPaths = Set.copyOf(madePaths);
    }

    Image image(String raw) {
        return image(raw, false);
    }

    /** @param unseen whether nobody can see it, because it is too small */
    Image image(String raw, boolean unseen) {
        String address = WebAddress.asBrowsersReadIt(raw);
        if (trustedPaths.contains(address)) {
            return new Image.Kept(address, false);
        }
        if (startsWith(address, "cid:")) {
            return contentId(address.substring(4));
        }
        if (startsWith(address, "data:")) {
            return data(address);
        }
        return remote(address.startsWith("//") ? "https:" + address : address, unseen);
    }

    private static boolean startsWith(String address, String scheme) {
        return address.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private Image contentId(String raw) {
        String id = percentDecoded(raw).strip().replaceAll("^<|>$", "");
        Optional<String> path =
                options.cid().apply(id).filter(p -> PATH.matcher(p).matches());
        if (path.isEmpty()) {
            return REFUSED;
        }
        usedContentIds.add(id);
        madePaths.add(path.get());
        return new Image.Kept(path.get(), false);
    }

    /** RFC 2392: a cid address is percent-encoded. Many mailers forget it, so a bad escape stands for itself. */
    private static String percentDecoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Image data(String address) {
        int comma = address.indexOf(',');
        if (comma < 0 || comma > 40 || address.length() > MAX_DATA_LENGTH) {
            return REFUSED;
        }
        String kind = address.substring(0, comma + 1).toLowerCase(Locale.ROOT).replace(" ", "");
        String plain = kind + address.substring(comma + 1).replace(" ", "");
        return DATA.matcher(plain).matches() ? new Image.Kept(plain, false) : REFUSED;
    }

    private Image remote(String address, boolean unseen) {
        Optional<WebAddress> web = WebAddress.parse(address).filter(WebAddress::isWeb);
        if (web.isEmpty()) {
            return REFUSED;
        }
        if (named++ < MAX_NAMED) {
            Trackers.service(web.get())
                    .or(() -> unseen ? Optional.of(web.get().host()) : Optional.empty())
                    .ifPresent(trackers::add);
        }
        if (options.remote() == RemoteContent.ALLOW && web.get().scheme().equals("https")) {
            return new Image.Kept(web.get().text(), true);
        }
        blocked++;
        blockedHosts.add(web.get().host());
        return new Image.Blocked(web.get().host());
    }

    CleanHtml report(String html, boolean cut) {
        return new CleanHtml(html, blocked, blockedHosts, trackers, usedContentIds, cut);
    }
}
