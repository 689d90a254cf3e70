package oriel.mailbox.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import oriel.mailbox.ListMessages;
import oriel.mailbox.ListRequest;
import oriel.mailbox.ListWindow;
import oriel.ui.Texts;

/**
 * Windows of a list: {@code /mailbox/rows?folder=INBOX&offset=0&limit=50}, or with {@code uid=} and {@code uidValidity=} the
 * window around a message. {@code sort}, {@code order}, {@code filter}, {@code search}, {@code scope} and {@code
 * conversations} say which list of the folder.
 */
@WebServlet("/mailbox/rows")
public class RowsServlet extends MailServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private ListMessages list;

    @Inject
    private Texts texts;

    @Override
    void answer(Parameters parameters, HttpServletRequest request, HttpServletResponse response) throws IOException {
        int limit = parameters.number("limit");
        ListRequest wanted = ListParameters.of(parameters);
        ListWindow window = parameters.has("uid")
                ? list.around(wanted, parameters.message(), limit)
                : list.list(wanted, parameters.number("offset"), limit, parameters.change());
        json(
                response,
                RowsJson.of(window, complaint -> texts.get(request.getLocale(), complaint.key(), complaint.typed())));
    }
}
