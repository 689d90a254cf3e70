package oriel.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;

/** Which texts are indexed to their end, so that no server has to look into them. Never throws. */
@ApplicationScoped
public class WholeTexts {

    private final MessageIndex index;

    @Inject
    public WholeTexts(MessageIndex index) {
        this.index = index;
    }

    /** Whether all texts of a folder are; says no without looking at all of them. */
    public boolean areAll(AccountId account, FolderPath folder) {
        return index.complete(account, folder).isPresent()
                && index.read(
                        account,
                        false,
                        (known, searcher) ->
                                DateOrder.of(searcher, ListQueries.withoutWholeText(folder), 1).length == 0);
    }

    /**
     * The UIDs of a folder's other messages, ascending. Looks at all of them: not for a request that somebody waits for.
     *
     * @return empty if not all of the folder is indexed
     */
    public Optional<long[]> others(AccountId account, FolderPath folder) {
        if (index.complete(account, folder).isEmpty()) {
            return Optional.empty();
        }
        return index.read(
                account,
                Optional.empty(),
                (known, searcher) -> Optional.of(Lists.uids(searcher, ListQueries.withoutWholeText(folder))));
    }
}
