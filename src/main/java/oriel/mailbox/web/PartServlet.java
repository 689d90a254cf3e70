package oriel.mailbox.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import oriel.mail.Attachment;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;
import oriel.ui.ImageTypes;

/**
 * Attachments: {@code &part=2}. They are saved, never shown; only inline images ({@code &inline=true}) are, and only if
 * their first bytes say that they are images that can do no harm.
 */
@WebServlet("/mailbox/part")
public class PartServlet extends MailServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private MailStore store;

    @Inject
    private Spool spool;

    /** The address of a part. */
    static String address(String contextPath, MessageRef ref, Attachment attachment, boolean inline) {
        return contextPath + "/mailbox/part?folder="
                + URLEncoder.encode(ref.folder().text(), StandardCharsets.UTF_8)
                + "&uidValidity=" + ref.uidValidity() + "&uid=" + ref.uid() + "&part=" + attachment.part()
                + (inline ? "&inline=true" : "");
    }

    @Override
    void answer(Parameters parameters, HttpServletRequest request, HttpServletResponse response) throws IOException {
        AtomicReference<String> name = new AtomicReference<>("");
        spool.send(
                out -> store.part(parameters.message(), parameters.part(), (attachment, bytes) -> {
                    name.set(attachment.name());
                    bytes.transferTo(out);
                }),
                file -> head(response, name.get(), parameters.on("inline") ? ImageTypes.of(file) : Optional.empty()),
                response);
    }

    private static void head(HttpServletResponse response, String name, Optional<String> image) {
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
        response.setContentType(image.orElse("application/octet-stream"));
        response.setHeader(
                "Content-Disposition", ContentDisposition.of(image.isPresent() ? "inline" : "attachment", name));
    }
}
