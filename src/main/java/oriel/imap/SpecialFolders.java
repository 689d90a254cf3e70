package oriel.imap;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import oriel.mail.FolderPath;
import oriel.mail.SpecialUse;

/**
 * Which folders are for what: as the server marks them (RFC 6154), or else by the names that are usual. There is at most
 * one for each use.
 */
final class SpecialFolders {

    private static final Map<String, SpecialUse> ATTRIBUTES = Map.of(
            "\\drafts", SpecialUse.DRAFTS,
            "\\sent", SpecialUse.SENT,
            "\\archive", SpecialUse.ARCHIVE,
            "\\junk", SpecialUse.JUNK,
            "\\trash", SpecialUse.TRASH);

    /** The more usual names first. */
    private static final Map<SpecialUse, List<String>> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put(SpecialUse.DRAFTS, List.of("drafts", "draft"));
        NAMES.put(SpecialUse.SENT, List.of("sent", "sent items", "sent messages"));
        NAMES.put(SpecialUse.ARCHIVE, List.of("archive", "archives"));
        NAMES.put(SpecialUse.JUNK, List.of("junk", "junk email", "junk e-mail", "spam", "bulk mail"));
        NAMES.put(SpecialUse.TRASH, List.of("trash", "deleted", "deleted items", "deleted messages"));
    }

    private SpecialFolders() {}

    /** The special ones among the listed folders. */
    static Map<FolderPath, SpecialUse> among(List<ListInfo> listed) {
        Map<SpecialUse, FolderPath> found = new HashMap<>();
        found.put(SpecialUse.INBOX, FolderPath.INBOX);
        for (ListInfo each : listed) {
            for (String attribute : attributes(each)) {
                SpecialUse use = ATTRIBUTES.get(attribute.toLowerCase(Locale.ROOT));
                if (use != null && each.canOpen) {
                    found.putIfAbsent(use, new FolderPath(each.name));
                }
            }
        }
        NAMES.forEach((use, names) -> names.forEach(name -> listed.stream()
                .filter(each -> each.canOpen && isCalled(each, name) && !found.containsValue(new FolderPath(each.name)))
                .findFirst()
                .ifPresent(each -> found.putIfAbsent(use, new FolderPath(each.name)))));
        Map<FolderPath, SpecialUse> uses = new HashMap<>();
        found.forEach((use, path) -> uses.putIfAbsent(path, use));
        return uses;
    }

    /** Only at the top or right below INBOX, where some servers keep everything. */
    private static boolean isCalled(ListInfo listed, String name) {
        List<String> names = ListFolders.names(listed);
        boolean high =
                names.size() == 1 || names.size() == 2 && names.getFirst().equalsIgnoreCase("INBOX");
        return high && names.getLast().equalsIgnoreCase(name);
    }

    /** Whether the server says what the folder is for. */
    static boolean isMarked(ListInfo listed) {
        return Arrays.stream(attributes(listed))
                .anyMatch(each -> ATTRIBUTES.containsKey(each.toLowerCase(Locale.ROOT)));
    }

    static boolean hasAttribute(ListInfo listed, String attribute) {
        return Arrays.stream(attributes(listed)).anyMatch(attribute::equalsIgnoreCase);
    }

    private static String[] attributes(ListInfo listed) {
        return listed.attrs == null ? new String[0] : listed.attrs;
    }
}
