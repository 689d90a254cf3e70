package oriel.mailbox.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import oriel.mail.Page;
import oriel.mailbox.ListMessages;

/**
 * Windows of the list: {@code /mailbox/rows?folder=INBOX&offset=0&limit=50}, or the window around a message with {@code
 * uid} and {@code uidValidity} in place of the offset.
 */
@WebServlet("/mailbox/rows")
public class RowsServlet extends MailServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private ListMessages list;

    @Override
    void answer(Parameters parameters, HttpServletRequest request, HttpServletResponse response) throws IOException {
        int limit = parameters.number("limit");
        Page page = parameters.has("uid")
                ? list.around(parameters.message(), limit)
                : list.list(parameters.folder(), parameters.number("offset"), limit, parameters.change());
        json(response, RowsJson.of(page));
    }
}
