package oriel.mailbox.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import oriel.account.CurrentAccount;
import oriel.index.ConversationMessages;
import oriel.index.IndexedConversations;
import oriel.mailbox.ShowTags;
import oriel.ui.JsonBuilders;

/**
 * Windows of a conversation, newest message first: {@code /mailbox/thread?id=1&folder=INBOX&offset=0&limit=100}; messages of
 * other folders say so. With {@code uid} and {@code uidValidity} in place of {@code id} and {@code offset} the window that
 * this message is in, of its conversation. Answers its number and place, and how many messages there are, too.
 */
@WebServlet("/mailbox/thread")
public class ThreadServlet extends MailServlet {

    private static final long serialVersionUID = 1;

    private static final int LONGEST = 200;

    @Inject
    private IndexedConversations conversations;

    @Inject
    private CurrentAccount account;

    @Inject
    private ShowTags tags;

    @Override
    void answer(Parameters parameters, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ConversationMessages window = window(parameters);
        json(
                response,
                JsonBuilders.object()
                        // As text: a script's numbers are not long enough.
                        .add("id", Long.toString(window.conversation().id()))
                        .add("total", window.conversation().messages())
                        .add("unread", window.conversation().unread())
                        .add("flagged", window.conversation().flagged())
                        .add("offset", window.offset())
                        .add("rows", RowsJson.of(tags.with(window.rows()), parameters.folder()))
                        .build());
    }

    private ConversationMessages window(Parameters parameters) {
        int limit = Math.clamp(parameters.number("limit"), 1, LONGEST);
        if (!parameters.has("id")) {
            return conversations.around(account.id(), parameters.message(), limit);
        }
        return conversations.window(
                account.id(),
                Long.parseLong(parameters.text("id")),
                parameters.folder(),
                Math.max(0, parameters.number("offset")),
                limit);
    }
}
