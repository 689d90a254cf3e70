package oriel.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/**
 * Makes the settings injectable. Records are final and cannot be proxied, hence no normal scope; dependent rather than
 * singleton, because only dependent and serializable values may be injected into session and view beans.
 */
@ApplicationScoped
public class ConfigurationProducer {

    private final Configuration configuration;

    /** @throws ConfigurationException if a setting is wrong */
    @Inject
    public ConfigurationProducer(Config config) {
        configuration = new ServerConfigReader(
                        key -> config.getOptionalValue(key, String.class), config.getPropertyNames())
                .read();
    }

    @Produces
    @Dependent
    public ServerConfig servers() {
        return configuration.servers();
    }

    @Produces
    @Dependent
    public SharedMailboxes shared() {
        return configuration.shared();
    }

    @Produces
    @Dependent
    public Limits limits() {
        return configuration.limits();
    }

    @Produces
    @Dependent
    public SessionKey sessionKey() {
        return configuration.sessionKey();
    }

    @Produces
    @Dependent
    public OpenIdConfig openId() {
        return configuration.openId();
    }

    @Produces
    @Dependent
    public OwnData ownData() {
        return configuration.ownData();
    }

    @Produces
    @Dependent
    public IndexConfig index() {
        return configuration.index();
    }
}
