package oriel.mailbox.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import oriel.account.CurrentAccount;
import oriel.index.MessageIndex;
import oriel.mailbox.ShowTags;
import oriel.ui.JsonBuilders;

/** The messages of a conversation, oldest first: {@code /mailbox/thread?id=1&folder=INBOX}; other folders' say so. */
@WebServlet("/mailbox/thread")
public class ThreadServlet extends MailServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private MessageIndex index;

    @Inject
    private CurrentAccount account;

    @Inject
    private ShowTags tags;

    @Override
    void answer(Parameters parameters, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var rows =
                tags.with(index.conversation(account.id(), Long.parseLong(parameters.text("id")), parameters.folder()));
        json(
                response,
                JsonBuilders.object()
                        .add("rows", RowsJson.of(rows, parameters.folder()))
                        .build());
    }
}
