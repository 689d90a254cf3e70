package oriel.mailbox.web;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import oriel.mail.MailException;
import oriel.ui.Problems;

/** What the servlets that read mail share: a GET changes nothing, is never kept, and trouble becomes a sentence. */
abstract class MailServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(MailServlet.class.getName());

    @Inject
    private Problems problems;

    /** Answers the request. */
    abstract void answer(Parameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException;

    /** Tells the trouble; as JSON, unless a servlet's readers are people. */
    void tell(JsonObject problem, HttpServletResponse response) throws IOException {
        json(response, problem);
    }

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        head(response);
        try {
            answer(new Parameters(request::getParameter), request, response);
        } catch (MailException e) {
            LOG.log(Level.INFO, "{0} answered: {1}", new Object[] {getClass().getSimpleName(), e.getMessage()});
            response.reset();
            head(response);
            response.setStatus(status(e));
            tell(problems.of(e, request.getLocale()), response);
        } catch (IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static void head(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    static void json(HttpServletResponse response, JsonObject json) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json.toString());
    }

    private static int status(MailException trouble) {
        return switch (trouble) {
            case MailException.LoginRefused e -> HttpServletResponse.SC_UNAUTHORIZED;
            case MailException.SignInAgain e -> HttpServletResponse.SC_UNAUTHORIZED;
            case MailException.MailboxRefused e -> HttpServletResponse.SC_FORBIDDEN;
            case MailException.FolderGone e -> HttpServletResponse.SC_NOT_FOUND;
            case MailException.MessageGone e -> HttpServletResponse.SC_NOT_FOUND;
            case MailException.FolderChangedUnderUs e -> HttpServletResponse.SC_CONFLICT;
            case MailException.Throttled e -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            case MailException.Busy e -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            default -> HttpServletResponse.SC_BAD_GATEWAY;
        };
    }
}
