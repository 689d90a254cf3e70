package oriel.account;

import java.util.Optional;

/** The port that asks the world where a mail domain's servers are. */
public interface ServerDiscovery {

    /**
     * The servers that a domain names, as far as the configuration lets them be used.
     *
     * @param domain in lower case and ASCII
     * @return empty if it names none, or none that may be used
     * @throws oriel.mail.MailException.ServerUnreachable if nobody could be asked: a guess would send a password astray
     */
    Optional<MailServers> discover(String domain);
}
