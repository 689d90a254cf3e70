package oriel.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the error page tells: a sentence, and a number under which the log has the rest. */
@Named
@RequestScoped
public class Failure {

    private static final Logger LOG = Logger.getLogger(Failure.class.getName());

    private final boolean notFound;
    private final String id = UUID.randomUUID().toString().substring(0, 8);

    @Inject
    public Failure(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        notFound = Integer.valueOf(HttpServletResponse.SC_NOT_FOUND).equals(status);
        if (!notFound) {
            log(id, (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION), status);
        }
    }

    /** Whether there simply is no such page. */
    public boolean isNotFound() {
        return notFound;
    }

    /** The number in the log. */
    public String getId() {
        return id;
    }

    private static void log(String id, @Nullable Throwable thrown, @Nullable Object status) {
        LOG.log(Level.SEVERE, thrown, () -> "error page " + id + ", status " + status);
    }
}
