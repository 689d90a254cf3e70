package oriel.account;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketAddress;

/**
 * Tells addresses of the open internet from those that lead into somebody's own network. A host that a stranger's DNS
 * names must not lead there; the address is looked at when the connection is made, as names can change in between.
 */
public final class PublicAddresses {

    private PublicAddresses() {}

    /** Whether an address is reachable from anywhere (RFC 6890 lists those that are not). */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && (address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes));
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean special = first == 192 && second == 0 || first == 198 && (second == 18 || second == 19);
        return first != 0 && first < 224 && !shared && !special;
    }

    /** Global unicast only (2000::/3), without the ways to carry an IPv4 address: 6to4, Teredo, NAT64 (64:ff9b::). */
    private static boolean isPublic6(byte[] bytes) {
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return global && !sixToFour && !teredo;
    }

    /** @throws IOException if a connection to the address would not leave for the open internet */
    public static void require(SocketAddress address) throws IOException {
        boolean fine = address instanceof InetSocketAddress internet
                && internet.getAddress() != null
                && isPublic(internet.getAddress());
        if (!fine) {
            throw new NoRouteToHostException("a server found by DNS must have a public address");
        }
    }
}
