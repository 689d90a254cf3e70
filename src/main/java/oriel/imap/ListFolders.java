package oriel.imap;

import jakarta.mail.MessagingException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.jspecify.annotations.Nullable;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.SpecialUse;

/** LIST (RFC 3501 section 6.3.8): all folders, whether subscribed or not. */
final class ListFolders {

    /** What Outlook.com lists beside mail. */
    private static final Set<String> NO_MAIL = Set.of(
            "calendar",
            "contacts",
            "tasks",
            "notes",
            "journal",
            "outbox",
            "sync issues",
            "conversation history",
            "rss feeds");

    List<Folder> list(ImapConnection connection) throws MessagingException {
        @Nullable ListInfo[] answer = connection.command(protocol -> protocol.list("", "*"));
        List<ListInfo> listed = answer == null
                ? List.of()
                : Arrays.stream(answer).filter(ListFolders::hasUsableName).toList();
        Map<FolderPath, SpecialUse> uses = SpecialFolders.among(listed);
        // Outlook.com tells the special uses without announcing that it does.
        boolean outlook = !connection.has("SPECIAL-USE") && listed.stream().anyMatch(SpecialFolders::isMarked);
        List<Folder> folders = new ArrayList<>();
        for (ListInfo each : listed) {
            SpecialUse use = uses.getOrDefault(new FolderPath(each.name), SpecialUse.NONE);
            folders.add(folder(each, use, use != SpecialUse.NONE || !outlook || holdsMail(each)));
        }
        folders.sort(inOrder());
        return folders;
    }

    private static Folder folder(ListInfo listed, SpecialUse use, boolean mail) {
        List<String> names = names(listed);
        return new Folder(
                new FolderPath(listed.name), names.getLast(), names.size() - 1, use, isSelectable(listed), mail);
    }

    private static boolean isSelectable(ListInfo listed) {
        return listed.canOpen && !SpecialFolders.hasAttribute(listed, "\\NonExistent");
    }

    private static boolean holdsMail(ListInfo listed) {
        return !NO_MAIL.contains(names(listed).getFirst().toLowerCase(Locale.ROOT));
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
    private static boolean hasUsableName(ListInfo listed) {
        try {
            new FolderPath(listed.name);
            return true;
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
