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
import oriel.mail.Tag;

/** Names all messages of a list, for what is done to every one of them. */
@ApplicationScoped
public class SelectMessages {

    private final MessageIndex index;
    private final MailStore store;
    private final ReadSearch searches;
    private final SearchTags tags;
    private final CurrentAccount account;

    @Inject
    public SelectMessages(
            MessageIndex index, MailStore store, ReadSearch searches, SearchTags tags, CurrentAccount account) {
        this.index = index;
        this.store = store;
        this.searches = searches;
        this.tags = tags;
        this.account = account;
    }

    /**
     * The messages of a list as it is now, newest first; of a list of conversations, message by message.
     *
     * @param which only those that are marked so, or are not, or are tagged so, or are not; empty for all
     */
    public List<MessageRef> all(ListRequest request, Optional<SearchExpression> which) {
        if (request.isWholeFolder() && !isKnown(request.folder())) {
            return onServer(request.folder(), which);
        }
        ListQuery query = searches.read(request).query();
        return index.refs(account.id(), which.map(tags::read).map(query::and).orElse(query));
    }

    private boolean isKnown(FolderPath folder) {
        return index.complete(account.id(), folder).isPresent();
    }

    private List<MessageRef> onServer(FolderPath folder, Optional<SearchExpression> which) {
        return store.search(
                folder, which.map(each -> SearchQuery.of(criterion(each))).orElseGet(SearchQuery::of));
    }

    private static SearchQuery.Criterion criterion(SearchExpression which) {
        return which instanceof SearchExpression.Not not ? criterion(not.of(), false) : criterion(which, true);
    }

    private static SearchQuery.Criterion criterion(SearchExpression which, boolean set) {
        return switch (which) {
            case SearchExpression.Marked marked -> new SearchQuery.Marked(marked.flag(), marked.set() == set);
            case SearchExpression.Tagged tagged -> new SearchQuery.Tagged(new Tag(tagged.tag()), set);
            default -> throw new IllegalArgumentException("marks or tags only");
        };
    }
}
