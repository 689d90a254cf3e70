package oriel.login;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import oriel.account.Limits;

/** The session's length from the configuration. */
@WebListener
public class SessionRules implements ServletContextListener {

    @Inject
    private Limits limits;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext()
                .setSessionTimeout(
                        Math.max(1, Math.toIntExact(limits.sessionIdle().toMinutes())));
    }
}
