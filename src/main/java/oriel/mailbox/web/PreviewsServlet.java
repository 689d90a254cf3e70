package oriel.mailbox.web;

import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import oriel.mailbox.ReadPreviews;
import oriel.ui.JsonBuilders;

/** How messages of a folder begin: {@code /mailbox/previews?folder=INBOX&uidValidity=1&uids=1,2,3}. */
@WebServlet("/mailbox/previews")
public class PreviewsServlet extends MailServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private ReadPreviews previews;

    @Override
    void answer(Parameters parameters, HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonObjectBuilder json = JsonBuilders.object();
        previews.read(parameters.messages()).forEach((uid, line) -> json.add(Long.toString(uid), line));
        json(response, json.build());
    }
}
