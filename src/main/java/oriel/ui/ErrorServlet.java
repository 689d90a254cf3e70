package oriel.ui;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.primefaces.util.EscapeUtils;

/**
 * The error page: a sentence, and a number under which the log has the rest. Written by hand and not by Faces, which may
 * be what failed.
 */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = Logger.getLogger(ErrorServlet.class.getName());
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s</title><link rel="stylesheet" href="%s"><link rel="stylesheet" href="%s"></head>
            <body class="login-page"><main class="login"><div class="login-brand">
            <img src="%s" alt="" width="48" height="48"><h1>%s</h1><p>%s</p></div>
            <a class="button primary" href="%s">%s</a></main></body></html>
            """;

    @Inject
    private Texts texts;

    @Inject
    private StaticFiles files;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Without a status somebody asked for this page itself.
        boolean known = status == null
                || status instanceof Integer code
                        && code >= HttpServletResponse.SC_BAD_REQUEST
                        && code < HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        String title = text(request, known ? "ui.error.notFound" : "ui.error.title");
        String detail = known ? "" : text(request, "ui.error.text") + " " + log(request, status);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; img-src 'self'; style-src 'self'; frame-ancestors 'self'");
        response.getWriter()
                .write(PAGE.formatted(
                        texts.language(request.getLocale()),
                        EscapeUtils.forHtml(title),
                        files.url("ui/theme.css"),
                        files.url("login/login.css"),
                        files.url("ui/oriel.svg"),
                        EscapeUtils.forHtml(title),
                        EscapeUtils.forHtml(detail),
                        request.getContextPath() + "/",
                        EscapeUtils.forHtml(text(request, "ui.error.back"))));
    }

    private String text(HttpServletRequest request, String key) {
        return texts.get(request.getLocale(), key);
    }

    private static String log(HttpServletRequest request, Object status) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.log(Level.SEVERE, thrown, () -> "error page " + id + ", status " + status);
        return id;
    }
}
