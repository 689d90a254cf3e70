package oriel.imap;

import jakarta.mail.MessagingException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.jspecify.annotations.Nullable;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.SpecialUse;

/** LIST (RFC 3501 section 6.3.8): all folders, whether subscribed or not. */
final class ListFolders {

    List<Folder> list(ImapConnection connection) throws MessagingException {
        @Nullable ListInfo[] answer = connection.command(protocol -> protocol.list("", "*"));
        List<ListInfo> listed = usable(answer);
        Map<FolderPath, SpecialUse> uses = SpecialFolders.among(listed);
        // Outlook.com tells the special uses without announcing that it does; older Exchange does not tell them.
        boolean poor = !connection.has("SPECIAL-USE");
        NoMailFolders others = NoMailFolders.among(
                poor ? listed : List.of(), poor && listed.stream().anyMatch(SpecialFolders::isMarked));
        List<Folder> folders = new ArrayList<>();
        for (ListInfo each : listed) {
            SpecialUse use = uses.getOrDefault(new FolderPath(each.name), SpecialUse.NONE);
            folders.add(folder(each, use, use != SpecialUse.NONE || !others.contains(each)));
        }
        folders.sort(inOrder());
        return folders;
    }

    /** Those with a name, each once. */
    private static List<ListInfo> usable(@Nullable ListInfo @Nullable [] answer) {
        Map<String, ListInfo> byPath = new LinkedHashMap<>();
        for (ListInfo each : answer == null ? new ListInfo[0] : answer) {
            if (hasUsableName(each)) {
                byPath.putIfAbsent(new FolderPath(each.name).value(), each);
            }
        }
        return List.copyOf(byPath.values());
    }

    private static Folder folder(ListInfo listed, SpecialUse use, boolean mail) {
        List<String> names = names(listed);
        return new Folder(
                new FolderPath(listed.name), names.getLast(), names.size() - 1, use, isSelectable(listed), mail);
    }

    static boolean isSelectable(ListInfo listed) {
        return listed.canOpen && !SpecialFolders.hasAttribute(listed, "\\NonExistent");
    }

    /** The names on the way to a folder, itself included. */
    static List<String> names(ListInfo listed) {
        if (listed.separator == '\0') {
            return List.of(listed.name);
        }
        List<String> names = Arrays.stream(listed.name.split(Pattern.quote("" + listed.separator)))
                .filter(name -> !name.isEmpty())
                .toList();
        return names.isEmpty() ? List.of(listed.name) : names;
    }

    /** A server could list anything; what is no name for us cannot be opened by us. */
    static boolean hasUsableName(ListInfo listed) {
        try {
            return listed.name != null && !new FolderPath(listed.name).value().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Comparator<Folder> inOrder() {
        Collator collator = Collator.getInstance(Locale.ROOT);
        return Comparator.comparing(Folder::use)
                .thenComparing(folder -> folder.path().value(), collator)
                .thenComparing(folder -> folder.path().value());
    }
}
