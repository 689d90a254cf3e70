package oriel.login;

import java.net.URI;
import java.net.URISyntaxException;

/** Where to land after signing in: only addresses of this application are followed. */
public final class LocalAddress {

    private LocalAddress() {}

    /** The address if it is a path on this host that browsers read as one, or else the fallback. */
    public static String orElse(String asked, String fallback) {
        boolean path = asked.startsWith("/")
                && !asked.startsWith("//")
                && asked.chars().allMatch(LocalAddress::harmless);
        try {
            URI uri = new URI(path ? asked : fallback);
            return uri.getHost() == null && uri.getScheme() == null ? uri.toString() : fallback;
        } catch (URISyntaxException e) {
            return fallback;
        }
    }

    /** Browsers read a backslash as a slash and drop tabs and line breaks, so {@code /\host} would leave. */
    private static boolean harmless(int c) {
        return c > ' ' && c < 0x7f && c != '\\';
    }
}
