package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import oriel.account.CurrentAccount;
import oriel.index.Complaint;
import oriel.index.ListQuery;
import oriel.index.SearchExpression;
import oriel.index.SearchSyntax;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.SpecialUse;

/** Makes of what a page asks for what the index understands. */
@ApplicationScoped
public class ReadSearch {

    /**
     * @param words what to highlight
     * @param complaint what was not understood
     */
    public record Search(ListQuery query, List<String> words, Optional<Complaint> complaint) {}

    private final KnownFolders folders;
    private final CurrentAccount account;

    @Inject
    public ReadSearch(KnownFolders folders, CurrentAccount account) {
        this.folders = folders;
        this.account = account;
    }

    Search read(ListRequest request) {
        if (request.search().isEmpty()) {
            return new Search(query(request, SearchExpression.ALL), List.of(), Optional.empty());
        }
        SearchSyntax.Parsed parsed =
                SearchSyntax.parse(request.search(), LocalDate.now(ZoneId.systemDefault()), this::named);
        return new Search(query(request, parsed.expression()), parsed.words(), parsed.complaint());
    }

    private ListQuery query(ListRequest request, SearchExpression expression) {
        return new ListQuery(
                scope(request),
                expression,
                request.filters(),
                request.sort(),
                request.ascending(),
                request.conversations());
    }

    private List<FolderPath> scope(ListRequest request) {
        if (!request.isAcrossFolders()) {
            return List.of(request.folder());
        }
        return request.scope() == ListRequest.Scope.ALL ? List.of() : folders.within(account.id(), request.folder());
    }

    /** The folders that somebody means by a name: what they are for, the whole name, or its last part. */
    private List<FolderPath> named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        Optional<SpecialUse> use = SearchSyntax.use(wanted);
        return folders.all(account.id()).stream()
                .filter(folder -> use.map(each -> folder.use() == each)
                        .orElseGet(() ->
                                folder.path().value().toLowerCase(Locale.ROOT).equals(wanted)
                                        || folder.name()
                                                .toLowerCase(Locale.ROOT)
                                                .equals(wanted)))
                .map(Folder::path)
                .toList();
    }
}
