package oriel.account;

import java.io.Serializable;
import java.time.Duration;
import java.util.Set;

/**
 * How far mail domains that the configuration does not name may name their servers themselves, by DNS.
 *
 * @param on whether they may at all
 * @param hosts domains in which servers may lie besides the mail domain itself, comparable
 * @param privateNetworks whether servers may have addresses that are not public
 * @param resolver the DNS server to ask, as {@code host:port}; empty for the system's
 * @param timeout for one question
 */
public record Autodetection(boolean on, Set<String> hosts, boolean privateNetworks, String resolver, Duration timeout)
        implements Serializable {

    /** None. */
    public static final Autodetection OFF = new Autodetection(false, Set.of(), false, "", Duration.ofSeconds(2));

    public Autodetection {
        hosts = Set.copyOf(hosts);
    }
}
