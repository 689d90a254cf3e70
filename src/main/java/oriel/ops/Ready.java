package oriel.ops;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness: up once the application is deployed, which {@link StartupChecks} allows only with a right configuration. The
 * mail server is never asked: when it is down, a page that says so serves people better than no page, and probes must not
 * use up its sign-ins.
 */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.up("configuration");
    }
}
