package oriel.account;

import java.util.regex.Pattern;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;

/** Reads the address of one server. */
final class ServerReader {

    /** A name or an address, without scheme, port or user. */
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,252})|\\[?[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*]?");

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");
    private static final int MAX_PORT = 65_535;

    private final ConfigValues values;

    ServerReader(ConfigValues values) {
        this.values = values;
    }

    /**
     * A server; its host is needed.
     *
     * @param prefix of its keys
     * @param fallback prefix of the keys that its port and its TLS are read from where it has none of its own
     */
    Server read(String prefix, String fallback) {
        String host = host(prefix + ".host");
        int port = values.number(first(prefix, fallback, ".port"), 1, MAX_PORT);
        Tls tls = values.oneOf(first(prefix, fallback, ".tls"), Tls.class);
        if (tls == Tls.NONE && !LOOPBACK.matcher(host).matches()) {
            values.wrong(
                    prefix + ".tls",
                    "none",
                    "implicit or starttls, because " + prefix
                            + ".host is another computer; none is for localhost only");
        }
        return new Server(host, port, tls);
    }

    private String first(String prefix, String fallback, String name) {
        return values.text(prefix + name).isPresent() ? prefix + name : fallback + name;
    }

    private String host(String key) {
        String allowed = "the name or the address of a server, without port";
        String host = values.needed(key, allowed);
        if (!HOST.matcher(host).matches()) {
            values.wrong(key, host, allowed);
        }
        return host;
    }
}
