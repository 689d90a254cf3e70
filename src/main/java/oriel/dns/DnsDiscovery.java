package oriel.dns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import oriel.account.Autodetection;
import oriel.account.MailServers;
import oriel.account.MailServers.LoginName;
import oriel.account.ServerConfig;
import oriel.account.ServerConfig.Server;
import oriel.account.ServerConfig.Tls;
import oriel.account.ServerDiscovery;

/**
 * Finds a domain's servers by its SRV records (RFC 6186, RFC 8314 section 5.1). DNS answers can be forged, and passwords
 * are sent to what they name: so a server has to lie in the mail domain itself, or in one that the configuration lists,
 * where its certificate proves that it belongs there; it has to speak TLS, on a port that mail servers have; and it is
 * only ever talked to on a public address.
 */
@ApplicationScoped
public class DnsDiscovery implements ServerDiscovery {

    private static final Logger LOG = Logger.getLogger(DnsDiscovery.class.getName());
    private static final Set<Integer> PORTS = Set.of(143, 465, 587, 993);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final Autodetection allowed;
    private final Resolver resolver;

    private final Cache<String, Optional<MailServers>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    @Inject
    public DnsDiscovery(ServerConfig config) {
        this.allowed = config.autodetection();
        this.resolver = new Resolver(allowed);
    }

    @Override
    public Optional<MailServers> discover(String domain) {
        Optional<MailServers> before = known.getIfPresent(domain);
        if (before != null) {
            return before;
        }
        // Not computed inside the cache: a slow answer would hold a lock that other domains share.
        Optional<MailServers> found = ask(domain);
        known.put(domain, found);
        return found;
    }

    private Optional<MailServers> ask(String domain) {
        Optional<Server> imap = server(domain, "_imaps", Tls.IMPLICIT).or(() -> server(domain, "_imap", Tls.STARTTLS));
        if (imap.isEmpty()) {
            return Optional.empty();
        }
        return server(domain, "_submissions", Tls.IMPLICIT)
                .or(() -> server(domain, "_submission", Tls.STARTTLS))
                .map(smtp -> new MailServers(imap.get(), smtp, LoginName.ADDRESS));
    }

    private Optional<Server> server(String domain, String service, Tls tls) {
        List<ServiceRecord> offered = resolver.services(service + "._tcp." + domain).stream()
                .filter(record -> !record.target().isEmpty())
                .toList();
        Optional<ServiceRecord> fit =
                offered.stream().filter(record -> mayBeUsed(record, domain)).findFirst();
        if (fit.isEmpty() && !offered.isEmpty()) {
            LOG.log(Level.INFO, "a mail domain names servers for {0} that may not be used", service);
        }
        return fit.map(record -> new Server(record.target(), record.port(), tls, !allowed.privateNetworks()));
    }

    private boolean mayBeUsed(ServiceRecord record, String domain) {
        boolean belongs = record.isWithin(domain) || allowed.hosts().stream().anyMatch(record::isWithin);
        return belongs && (allowed.privateNetworks() || PORTS.contains(record.port()));
    }
}
