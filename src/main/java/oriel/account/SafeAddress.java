package oriel.account;

import java.net.URI;
import java.util.regex.Pattern;

/** Addresses that secrets may be sent to. */
public final class SafeAddress {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private SafeAddress() {}

    /** Whether it is https, or http to this computer; without a user in it. */
    public static boolean isSafe(URI address) {
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null) {
            return false;
        }
        return "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && LOOPBACK.matcher(host).matches();
    }
}
