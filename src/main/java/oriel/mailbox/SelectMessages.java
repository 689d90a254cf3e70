package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import oriel.account.CurrentAccount;
import oriel.index.ListQuery;
import oriel.index.MessageIndex;
import oriel.index.SearchExpression;
import oriel.mail.FolderPath;
import oriel.mail.MailStore;
import oriel.mail.MessageRef;
import oriel.mail.SearchQuery;

/** Names all messages of a list, for what is done to every one of them. */
@ApplicationScoped
public class SelectMessages {

    private final MessageIndex index;
    private final MailStore store;
    private final ReadSearch searches;
    private final CurrentAccount account;

    @Inject
    public SelectMessages(MessageIndex index, MailStore store, ReadSearch searches, CurrentAccount account) {
        this.index = index;
        this.store = store;
        this.searches = searches;
        this.account = account;
    }

    /**
     * The messages of a list as it is now, newest first; of a list of conversations, message by message.
     *
     * @param marked only those that are marked so, or are not; empty for all
     */
    public List<MessageRef> all(ListRequest request, Optional<SearchExpression.Marked> marked) {
        if (request.isWholeFolder() && !isKnown(request.folder())) {
            return onServer(request.folder(), marked);
        }
        ListQuery query = searches.read(request).query();
        return index.refs(account.id(), marked.map(query::and).orElse(query));
    }

    private boolean isKnown(FolderPath folder) {
        return index.complete(account.id(), folder).isPresent();
    }

    private List<MessageRef> onServer(FolderPath folder, Optional<SearchExpression.Marked> marked) {
        return store.search(
                folder,
                marked.map(each -> SearchQuery.of(new SearchQuery.Marked(each.flag(), each.set())))
                        .orElseGet(SearchQuery::of));
    }
}
