package oriel.index;

import java.util.List;
import java.util.Set;
import oriel.mail.FolderPath;

/**
 * Which list is wanted.
 *
 * @param folders the folders whose messages are in it; none for all folders of the account
 * @param search what they have to meet; {@link SearchExpression#ALL} for all messages
 * @param filters all of which they have to meet
 * @param ascending the other way round: oldest, smallest, A first
 * @param conversations whether a row stands for a conversation, by its newest message that is in the list
 */
public record ListQuery(
        List<FolderPath> folders,
        SearchExpression search,
        Set<QuickFilter> filters,
        Sort sort,
        boolean ascending,
        boolean conversations) {

    public ListQuery {
        folders = List.copyOf(folders);
        filters = Set.copyOf(filters);
    }

    /** A folder as it is shown at first: newest message first. */
    public static ListQuery newest(FolderPath folder) {
        return new ListQuery(List.of(folder), SearchExpression.ALL, Set.of(), Sort.DATE, false, false);
    }

    /** Those of the list that meet something else too. */
    public ListQuery and(SearchExpression other) {
        return new ListQuery(
                folders, new SearchExpression.And(List.of(search, other)), filters, sort, ascending, conversations);
    }

    /** The list's messages one by one, newest first. */
    ListQuery messages() {
        return new ListQuery(folders, search, filters, Sort.DATE, false, false);
    }
}
