package oriel.imap;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.protocol.ListInfo;

/**
 * The folders that Exchange lists beside mail: those at the top that are called so, with all that is in them. The server
 * tells nothing but their names, in the language of the mailbox, so that a folder of the user's own may be called like
 * one in another language ({@code Agenda}); it is left alone if the mailbox has another one of that kind.
 */
final class NoMailFolders {

    private static final FolderNames NAMES = new FolderNames("no-mail-folders.properties");

    /** So many kinds in one language are no chance. */
    private static final int MADE_BY_EXCHANGE = 3;

    private final Set<String> hidden;

    private NoMailFolders(Set<String> hidden) {
        this.hidden = hidden;
    }

    /** @param outlook whether the server is like Outlook.com */
    static NoMailFolders among(List<ListInfo> listed, boolean outlook) {
        Set<String> top = listed.stream().map(NoMailFolders::top).collect(Collectors.toSet());
        List<String> languages = NAMES.languagesOf(top);
        boolean exchange = outlook || NAMES.kinds(languages.getFirst(), top) > MADE_BY_EXCHANGE;
        Set<String> hidden = new HashSet<>();
        if (exchange) {
            for (String kind : NAMES.kinds()) {
                NAMES.of(kind, languages).stream()
                        .filter(top::contains)
                        .findFirst()
                        .ifPresent(hidden::add);
            }
            languages.stream()
                    .filter(language -> NAMES.kinds(language, top) >= MADE_BY_EXCHANGE)
                    .forEach(language -> hidden.addAll(NAMES.in(language)));
        }
        return new NoMailFolders(hidden);
    }

    boolean contains(ListInfo listed) {
        return hidden.contains(top(listed));
    }

    private static String top(ListInfo listed) {
        return FolderNames.folded(ListFolders.names(listed).getFirst());
    }
}
