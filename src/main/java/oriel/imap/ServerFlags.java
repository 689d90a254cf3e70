package oriel.imap;

import jakarta.mail.Flags;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oriel.mail.Flag;

/** The flags as they are written in commands (RFC 3501 section 2.3.2, keywords of RFC 5788). */
final class ServerFlags {

    private static final Map<Flag, Flags.Flag> SYSTEM = Map.of(
            Flag.SEEN, Flags.Flag.SEEN,
            Flag.FLAGGED, Flags.Flag.FLAGGED,
            Flag.ANSWERED, Flags.Flag.ANSWERED,
            Flag.DRAFT, Flags.Flag.DRAFT,
            Flag.DELETED, Flags.Flag.DELETED);

    private static final Map<Flag, String> KEYWORDS = Map.of(Flag.FORWARDED, "$Forwarded", Flag.JUNK, "$Junk");

    private ServerFlags() {}

    /** As it stands in a command. */
    static String name(Flag flag) {
        String keyword = KEYWORDS.get(flag);
        if (keyword != null) {
            return keyword;
        }
        String name = flag.name();
        return "\\" + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** As it is searched for. */
    static String searchKey(Flag flag, boolean set) {
        String keyword = KEYWORDS.get(flag);
        return (set ? "" : "UN") + (keyword == null ? flag.name() : "KEYWORD " + keyword);
    }

    /** For Jakarta Mail. */
    static Flags of(Set<Flag> flags) {
        Flags result = new Flags();
        for (Flag flag : flags) {
            Flags.Flag system = SYSTEM.get(flag);
            if (system != null) {
                result.add(system);
            } else {
                result.add(KEYWORDS.get(flag));
            }
        }
        return result;
    }

    /** Those of Jakarta Mail's that are ours too. */
    static Set<Flag> in(Flags flags) {
        return Stream.of(Flag.values())
                .filter(flag ->
                        SYSTEM.containsKey(flag) ? flags.contains(SYSTEM.get(flag)) : flags.contains(name(flag)))
                .collect(Collectors.toSet());
    }

    /** Those that are not keywords, which not every server stores. */
    static Set<Flag> system(Set<Flag> flags) {
        return flags.stream().filter(SYSTEM::containsKey).collect(Collectors.toSet());
    }

    /** Whether a folder with these PERMANENTFLAGS keeps the flag; a server that names none keeps the system flags. */
    static boolean keeps(Flags permanent, Flag flag) {
        Flags.Flag system = SYSTEM.get(flag);
        if (system != null) {
            return permanent.contains(system) || permanent.getSystemFlags().length == 0;
        }
        return keeps(permanent, name(flag));
    }

    /** Whether it keeps the keyword: any ({@code \\*}), or this one. */
    static boolean keeps(Flags permanent, String keyword) {
        return permanent.contains(Flags.Flag.USER) || permanent.contains(keyword);
    }
}
