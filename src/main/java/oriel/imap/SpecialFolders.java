package oriel.imap;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.jspecify.annotations.Nullable;
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
            "\\spam", SpecialUse.JUNK,
            "\\trash", SpecialUse.TRASH);

    /** Views of other folders' messages (RFC 6154, RFC 8457), whatever they are called. */
    private static final Set<String> VIEWS = Set.of("\\all", "\\allmail", "\\flagged", "\\starred", "\\important");

    private static final FolderNames NAMES = new FolderNames("special-folders.properties");

    /** Folders in which some servers keep everything else. */
    private static final Set<String> ROOTS = Set.of("inbox", "[gmail]", "[google mail]");

    private SpecialFolders() {}

    /** The special ones among the listed folders. */
    static Map<FolderPath, SpecialUse> among(List<ListInfo> listed) {
        Map<FolderPath, SpecialUse> uses = new HashMap<>();
        uses.put(FolderPath.INBOX, SpecialUse.INBOX);
        List<ListInfo> candidates =
                listed.stream().filter(ListFolders::isSelectable).toList();
        for (ListInfo each : candidates) {
            for (String attribute : attributes(each)) {
                @Nullable SpecialUse use = ATTRIBUTES.get(attribute.toLowerCase(Locale.ROOT));
                if (use != null && !uses.containsValue(use)) {
                    uses.putIfAbsent(new FolderPath(each.name), use);
                }
            }
        }
        byName(candidates.stream().filter(each -> depth(each) == 1), uses);
        byName(candidates.stream().filter(SpecialFolders::isRightBelowRoot), uses);
        return uses;
    }

    /** Those that nobody has marked. What lies deeper than these is somebody's own order. */
    private static void byName(Stream<ListInfo> candidates, Map<FolderPath, SpecialUse> uses) {
        Map<String, ListInfo> named = new HashMap<>();
        candidates
                .filter(each -> !uses.containsKey(new FolderPath(each.name)) && !isView(each))
                .forEach(each -> named.putIfAbsent(
                        FolderNames.folded(ListFolders.names(each).getLast()), each));
        List<String> languages = NAMES.languagesOf(named.keySet());
        for (SpecialUse use : SpecialUse.values()) {
            if (!uses.containsValue(use)) {
                NAMES.of(use.name().toLowerCase(Locale.ROOT), languages).stream()
                        .map(named::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .ifPresent(each -> uses.putIfAbsent(new FolderPath(each.name), use));
            }
        }
    }

    private static int depth(ListInfo listed) {
        return ListFolders.names(listed).size();
    }

    private static boolean isRightBelowRoot(ListInfo listed) {
        String top = ListFolders.names(listed).getFirst();
        return depth(listed) == 2 && ROOTS.contains(top.toLowerCase(Locale.ROOT));
    }

    private static boolean isView(ListInfo listed) {
        return Arrays.stream(attributes(listed)).anyMatch(each -> VIEWS.contains(each.toLowerCase(Locale.ROOT)));
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
