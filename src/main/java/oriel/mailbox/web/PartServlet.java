package oriel.mailbox.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import oriel.mail.Attachment;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;

/**
 * Attachments, streamed from the mail server to the browser: {@code &part=2}. They are saved, never shown; only inline
 * images ({@code &inline=true}) are, and only if their first bytes say that they are images that can do no harm.
 */
@WebServlet("/mailbox/part")
public class PartServlet extends MailServlet {

    private static final long serialVersionUID = 1;
    private static final int BUFFER = 64 * 1024;

    @Inject
    private MailStore store;

    /** The address of a part. */
    static String address(String contextPath, MessageRef ref, Attachment attachment, boolean inline) {
        return contextPath + "/mailbox/part?folder="
                + URLEncoder.encode(ref.folder().value(), StandardCharsets.UTF_8)
                + "&uidValidity=" + ref.uidValidity() + "&uid=" + ref.uid() + "&part=" + attachment.part()
                + (inline ? "&inline=true" : "");
    }

    @Override
    void answer(Parameters parameters, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean inline = parameters.on("inline");
        store.part(parameters.message(), parameters.part(), (attachment, bytes) -> {
            InputStream buffered = new BufferedInputStream(bytes, BUFFER);
            Optional<String> image = inline ? ImageTypes.of(buffered) : Optional.empty();
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
            response.setContentType(image.orElse("application/octet-stream"));
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.of(image.isPresent() ? "inline" : "attachment", attachment.name()));
            buffered.transferTo(response.getOutputStream());
        });
    }
}
