package oriel.mailbox.web;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import oriel.mail.MessageRef;
import oriel.mailbox.OpenMessage;
import oriel.mailbox.OpenedMessage;

/**
 * A message's text as a document of its own for the reader's frame: {@code
 * /mailbox/body?folder=INBOX&uidValidity=1&uid=7}, with {@code &remote=true} images from elsewhere too, this once. Its policy lets
 * it run nothing and load nothing else.
 */
@WebServlet("/mailbox/body")
public class BodyServlet extends MailServlet {

    private static final long serialVersionUID = 1;
    private static final String POLICY = "default-src 'none'; img-src 'self' data:%s; style-src 'unsafe-inline'; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-popups "
            + "allow-popups-to-escape-sandbox";

    @Inject
    private OpenMessage open;

    @Override
    void answer(Parameters parameters, HttpServletRequest request, HttpServletResponse response) throws IOException {
        MessageRef ref = parameters.message();
        OpenedMessage opened = open.open(
                ref, parameters.on("remote"), image -> PartServlet.address(request.getContextPath(), ref, image, true));
        document(response, opened.consent().given(), BodyDocument.of(opened));
    }

    @Override
    void tell(JsonObject problem, HttpServletResponse response) throws IOException {
        document(response, false, BodyDocument.of(problem));
    }

    private static void document(HttpServletResponse response, boolean remote, String html) throws IOException {
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Security-Policy", POLICY.formatted(remote ? " https:" : ""));
        // Links alone must not make the browser look their hosts up.
        response.setHeader("X-DNS-Prefetch-Control", "off");
        response.getWriter().write(html);
    }
}
