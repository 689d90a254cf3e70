package oriel.ui;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Serves {@code /static/<version>/...} from {@code webapp/resources}, to be kept by the browser for ever; {@code
 * /static/<version>/bundle/...} with all that a script or style sheet imports, see {@link Bundles}.
 */
@WebServlet(StaticFiles.PREFIX + "*")
public class StaticServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient Bundles bundles;

    @Inject
    StaticServlet(Bundles bundles) {
        this.bundles = bundles;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getPathInfo();
        int slash = path == null ? -1 : path.indexOf('/', 1);
        if (slash < 0 || path.contains("..") || path.endsWith("/")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        String file = path.substring(slash + 1);
        if (file.startsWith(StaticFiles.BUNDLE)) {
            bundle(file.substring(StaticFiles.BUNDLE.length()), request, response);
            return;
        }
        request.getServletContext()
                .getRequestDispatcher(StaticFiles.FOLDER + file)
                .forward(request, response);
    }

    private void bundle(String file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Bundles.Bundle> found = bundles.of(file);
        if (found.isEmpty()) {
            response.setHeader("Cache-Control", "no-store");
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Bundles.Bundle bundle = found.get();
        String accepted = request.getHeader("Accept-Encoding");
        boolean gzip = accepted != null && accepted.contains("gzip");
        byte[] body = gzip ? bundle.gzip() : bundle.plain();
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setHeader("Vary", "Accept-Encoding");
        response.setContentType(bundle.type());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
