package oriel.mailbox.web;

import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oriel.account.CurrentAccount;
import oriel.index.IndexedConversations;
import oriel.index.SearchExpression;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mailbox.SelectMessages;
import oriel.ui.JsonBuilders;

/**
 * All messages of a list, by their UIDs: {@code /mailbox/refs?folder=INBOX}, with the parameters of {@link RowsServlet}; with
 * {@code flag=SEEN&set=false} or {@code tag=Work&set=true} only those that are marked so. With {@code thread=1,2} all of these
 * conversations that lie in the folder. Answers for each folder the runs of its UIDs, each as the first one and how many
 * follow it.
 */
@WebServlet("/mailbox/refs")
public class RefsServlet extends MailServlet {

    private static final long serialVersionUID = 1;

    private record Place(FolderPath folder, long uidValidity) {}

    @Inject
    private SelectMessages messages;

    @Inject
    private IndexedConversations conversations;

    @Inject
    private CurrentAccount account;

    @Override
    void answer(Parameters parameters, HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<MessageRef> refs = parameters.has("thread")
                ? conversations.refs(account.id(), parameters.numbers("thread"), parameters.folder())
                : messages.all(ListParameters.of(parameters), which(parameters));
        json(response, json(refs));
    }

    private static Optional<SearchExpression> which(Parameters parameters) {
        if (parameters.has("tag")) {
            SearchExpression tagged =
                    new SearchExpression.Tagged(parameters.tag().keyword());
            return Optional.of(parameters.on("set") ? tagged : new SearchExpression.Not(tagged));
        }
        return parameters.has("flag")
                ? Optional.of(new SearchExpression.Marked(Flag.valueOf(parameters.text("flag")), parameters.on("set")))
                : Optional.empty();
    }

    static JsonObject json(List<MessageRef> refs) {
        Map<Place, UidRuns> runs = new LinkedHashMap<>();
        refs.forEach(ref -> runs.computeIfAbsent(new Place(ref.folder(), ref.uidValidity()), place -> new UidRuns())
                .add(ref.uid()));
        JsonArrayBuilder places = JsonBuilders.array();
        runs.forEach((place, uids) -> places.add(JsonBuilders.object()
                .add("folder", place.folder().text())
                .add("uidValidity", place.uidValidity())
                .add("runs", uids.json())));
        return JsonBuilders.object().add("places", places).build();
    }
}
