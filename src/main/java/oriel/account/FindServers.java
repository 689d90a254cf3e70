package oriel.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Says which servers an account's mail lies on: those that the configuration names for its domain; else, if autodetection
 * is on, those that the domain names itself; else the default ones. Nobody who signs in can name a server.
 */
@ApplicationScoped
public class FindServers {

    private final ServerConfig config;
    private final ServerDiscovery discovery;

    @Inject
    public FindServers(ServerConfig config, ServerDiscovery discovery) {
        this.config = config;
        this.discovery = discovery;
    }

    /** Finds those in the configuration only. */
    public static FindServers configured(ServerConfig config) {
        return new FindServers(config, domain -> Optional.empty());
    }

    /**
     * The servers for a user name; for one without a domain the default ones.
     *
     * @throws oriel.mail.MailException.ServerUnreachable if it can't be found out now
     */
    public MailServers of(String username) {
        return MailDomain.ofAddress(username)
                .flatMap(domain -> config.serversOf(domain).or(() -> discover(domain)))
                .orElseGet(config::defaults);
    }

    private Optional<MailServers> discover(String domain) {
        return config.autodetection().on() ? discovery.discover(domain) : Optional.empty();
    }
}
