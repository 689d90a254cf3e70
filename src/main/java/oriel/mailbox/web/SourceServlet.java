package oriel.mailbox.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;

/** A message as it lies on the server, to be saved as {@code .eml}, or with {@code &view=true} to be read as text. */
@WebServlet("/mailbox/source")
public class SourceServlet extends MailServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private MailStore store;

    @Inject
    private Spool spool;

    @Override
    void answer(Parameters parameters, HttpServletRequest request, HttpServletResponse response) throws IOException {
        MessageRef ref = parameters.message();
        if (!parameters.on("view")) {
            spool.save(
                    out -> store.source(ref, out),
                    "application/octet-stream",
                    "message-" + ref.uid() + ".eml",
                    response);
            return;
        }
        spool.send(
                out -> store.source(ref, out),
                file -> {
                    response.setHeader(
                            "Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
                    response.setContentType("text/plain; charset=utf-8");
                },
                response);
    }
}
