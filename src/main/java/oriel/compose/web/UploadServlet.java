package oriel.compose.web;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import oriel.account.CurrentAccount;
import oriel.account.Limits;
import oriel.compose.CompositionId;
import oriel.compose.NotSendable;
import oriel.compose.Upload;
import oriel.compose.Uploads;
import oriel.mail.MailException;

/**
 * Takes a file of the composer as the body of a POST, and removes one by DELETE. The composition's name stands in a header:
 * no other site can send that, and only the page that writes knows it.
 */
@WebServlet("/compose/upload")
public class UploadServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String COMPOSITION = "X-Oriel-Composition";

    @Inject
    private CurrentAccount current;

    @Inject
    private Limits limits;

    @Inject
    private Uploads uploads;

    @Inject
    private ComposeAnswer answer;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (request.getContentLengthLong() > limits.messageBytes()) {
                throw new MailException.TooBig(limits.messageBytes(), null);
            }
            Upload upload = uploads.store(
                    current.id(),
                    composition(request),
                    parameter(request, "name"),
                    parameter(request, "type"),
                    "",
                    request.getInputStream());
            write(response, HttpServletResponse.SC_OK, ComposeJson.of(upload));
        } catch (IllegalArgumentException noComposition) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } catch (MailException | NotSendable trouble) {
            write(response, status(trouble), answer.problem(trouble, request.getLocale()));
        }
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            uploads.remove(current.id(), composition(request), parameter(request, "file"));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (IllegalArgumentException noComposition) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } catch (MailException trouble) {
            write(response, status(trouble), answer.problem(trouble, request.getLocale()));
        }
    }

    private static CompositionId composition(HttpServletRequest request) {
        return new CompositionId(Objects.requireNonNullElse(request.getHeader(COMPOSITION), ""));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static int status(RuntimeException trouble) {
        if (trouble instanceof MailException.TooBig) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        if (trouble instanceof MailException.LoginRefused || trouble instanceof MailException.SignInAgain) {
            return HttpServletResponse.SC_UNAUTHORIZED;
        }
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    private static void write(HttpServletResponse response, int status, JsonObject json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(json.toString());
    }
}
