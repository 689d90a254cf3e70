package oriel.mailbox;

import java.time.ZoneId;
import java.util.Set;
import oriel.index.QuickFilter;
import oriel.index.Sort;
import oriel.mail.FolderPath;

/**
 * Which list a page asks for.
 *
 * @param folder the folder that is open
 * @param search what was typed to search for, in the syntax of {@link oriel.index.SearchSyntax}; empty for all messages
 * @param scope where it is searched
 * @param conversations whether a row stands for a conversation
 * @param zone the reader's, for days that are searched for
 */
public record ListRequest(
        FolderPath folder,
        String search,
        Scope scope,
        Set<QuickFilter> filters,
        Sort sort,
        boolean ascending,
        boolean conversations,
        ZoneId zone) {

    /** Where something is searched. */
    public enum Scope {
        FOLDER,
        SUBFOLDERS,
        ALL
    }

    public ListRequest {
        search = search.strip();
        filters = Set.copyOf(filters);
    }

    /** A folder as it is shown at first: all its messages, the newest first. */
    public static ListRequest newest(FolderPath folder) {
        return new ListRequest(folder, "", Scope.FOLDER, Set.of(), Sort.DATE, false, false, ZoneId.systemDefault());
    }

    /** Whether the mail server's own order serves it too. */
    boolean isPlain() {
        return search.isEmpty() && filters.isEmpty() && sort == Sort.DATE && !ascending;
    }

    /** Whether all messages of the folder are in it, in whatever order. */
    boolean isWholeFolder() {
        return search.isEmpty() && filters.isEmpty();
    }
}
