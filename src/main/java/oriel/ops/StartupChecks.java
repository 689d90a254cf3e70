package oriel.ops;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import oriel.account.ConfigurationException;
import oriel.account.ServerConfigReader;
import oriel.account.ServerGroupsReader;

/** Checks the configuration before anything uses it: a wrong one fails the deployment, in one clear message. */
@ApplicationScoped
public class StartupChecks {

    private static final Logger LOG = Logger.getLogger(StartupChecks.class.getName());

    private final Config config;

    @Inject
    public StartupChecks(Config config) {
        this.config = config;
    }

    /** @throws ConfigurationException if a setting is wrong */
    void check(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object start) {
        new UnknownSettings(known()).warnings(config.getPropertyNames()).forEach(LOG::warning);
        try {
            new ServerConfigReader(key -> config.getOptionalValue(key, String.class), config.getPropertyNames()).read();
        } catch (ConfigurationException e) {
            LOG.log(Level.SEVERE, "{0}", e.getMessage());
            throw e;
        }
    }

    private Set<String> known() {
        Set<String> known = new HashSet<>(UnknownSettings.documented());
        config.getOptionalValue("oriel.servers", String.class)
                .map(ServerGroupsReader::keys)
                .ifPresent(known::addAll);
        return known;
    }
}
