package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import oriel.account.CurrentAccount;
import oriel.index.Complaint;
import oriel.index.ListQuery;
import oriel.index.SearchExpression;
import oriel.index.SearchSyntax;
import oriel.index.ServerSearch;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mail.SpecialUse;

/** Makes of what a page asks for what the index understands. */
@ApplicationScoped
public class ReadSearch {

    /**
     * @param words what to highlight
     * @param complaint what was not understood
     * @param more whether the mail server is still being asked
     */
    public record Search(ListQuery query, List<String> words, Optional<Complaint> complaint, boolean more) {}

    private final KnownFolders folders;
    private final SearchBodies bodies;
    private final SearchTags tags;
    private final CurrentAccount account;

    @Inject
    public ReadSearch(KnownFolders folders, SearchBodies bodies, SearchTags tags, CurrentAccount account) {
        this.folders = folders;
        this.bodies = bodies;
        this.tags = tags;
        this.account = account;
    }

    Search read(ListRequest request) {
        if (request.search().isEmpty()) {
            List<FolderPath> open = List.of(request.folder());
            return new Search(query(request, open, SearchExpression.ALL), List.of(), Optional.empty(), false);
        }
        SearchSyntax.Parsed parsed =
                SearchSyntax.parse(request.search(), ZonedDateTime.now(request.zone()), this::named);
        List<FolderPath> searched = searched(request, parsed.expression());
        Optional<SearchBodies.Found> found = ServerSearch.of(parsed.expression())
                .map(asked ->
                        bodies.find(new SearchBodies.Wanted(account.id(), request.folder(), orAll(searched), asked)));
        List<MessageRef> messages = found.map(SearchBodies.Found::messages).orElse(List.of());
        SearchExpression expression =
                messages.isEmpty() ? parsed.expression() : ServerSearch.with(parsed.expression(), messages);
        return new Search(
                query(request, searched, tags.read(expression)),
                parsed.words(),
                parsed.complaint(),
                found.map(SearchBodies.Found::hasMore).orElse(false));
    }

    /** The folders that are named, whichever is open, or those that the scope means; none for all. */
    private List<FolderPath> searched(ListRequest request, SearchExpression expression) {
        List<FolderPath> named = ServerSearch.folders(expression);
        return named.isEmpty() ? scope(request) : named;
    }

    /** The server is asked folder by folder. */
    private List<FolderPath> orAll(List<FolderPath> searched) {
        return searched.isEmpty()
                ? folders.all(account.id()).stream()
                        .filter(folder -> folder.selectable() && folder.mail())
                        .map(Folder::path)
                        .toList()
                : searched;
    }

    private static ListQuery query(ListRequest request, List<FolderPath> searched, SearchExpression expression) {
        return new ListQuery(
                searched, expression, request.filters(), request.sort(), request.ascending(), request.conversations());
    }

    private List<FolderPath> scope(ListRequest request) {
        return switch (request.scope()) {
            case FOLDER -> List.of(request.folder());
            case SUBFOLDERS -> folders.within(account.id(), request.folder());
            case ALL -> List.of();
        };
    }

    /** The folders that somebody means by a name: what they are for, the whole name, or its last part; or begins so. */
    private List<FolderPath> named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        Optional<SpecialUse> use = SearchSyntax.use(wanted);
        List<FolderPath> named = such(folder -> use.map(each -> folder.use() == each)
                .orElseGet(() -> names(folder).anyMatch(wanted::equals)));
        return named.isEmpty() ? such(folder -> names(folder).anyMatch(each -> each.startsWith(wanted))) : named;
    }

    private List<FolderPath> such(Predicate<Folder> which) {
        return folders.all(account.id()).stream()
                .filter(which)
                .map(Folder::path)
                .toList();
    }

    private static Stream<String> names(Folder folder) {
        return Stream.concat(
                        SearchSyntax.name(folder.use()).stream(),
                        Stream.of(folder.path().value(), folder.name()))
                .map(each -> each.toLowerCase(Locale.ROOT));
    }
}
