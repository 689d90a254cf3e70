package oriel.compose.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Optional;
import oriel.account.CurrentAccount;
import oriel.compose.CompositionId;
import oriel.compose.Upload;
import oriel.compose.Uploads;
import oriel.ui.ImageTypes;

/** Shows an image of the text in the making: {@code /compose/inline/<composition>/<content id>}. */
@WebServlet("/compose/inline/*")
public class InlineServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private CurrentAccount current;

    @Inject
    private Uploads uploads;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] path = Objects.requireNonNullElse(request.getPathInfo(), "").split("/");
        Optional<Upload> image = path.length == 3 ? find(path[1], path[2]) : Optional.empty();
        if (image.isPresent()) {
            write(image.get(), response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private Optional<Upload> find(String composition, String contentId) {
        try {
            return uploads.list(current.id(), new CompositionId(composition)).stream()
                    .filter(upload -> upload.inText() && upload.contentId().equals(contentId))
                    .findFirst();
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    /** Only what begins as one of four image formats is shown, whatever its sender claims. */
    private static void write(Upload upload, HttpServletResponse response) throws IOException {
        Optional<String> type = ImageTypes.of(upload.file());
        if (type.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(type.get());
        response.setContentLengthLong(upload.size());
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("Cache-Control", "private, max-age=3600");
        Files.copy(upload.file(), response.getOutputStream());
    }
}
