package oriel.mime;

import jakarta.mail.Flags;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import oriel.mail.Flag;
import oriel.mail.Tag;

/** What a message is marked with: system flags (RFC 3501 section 2.3.2), keywords with a meaning (RFC 5788), and tags. */
public final class Keywords {

    /** A message with more was marked by a program gone wild. */
    private static final int MOST_TAGS = 50;

    private static final Map<Flags.Flag, Flag> SYSTEM = Map.of(
            Flags.Flag.SEEN, Flag.SEEN,
            Flags.Flag.FLAGGED, Flag.FLAGGED,
            Flags.Flag.ANSWERED, Flag.ANSWERED,
            Flags.Flag.DRAFT, Flag.DRAFT,
            Flags.Flag.DELETED, Flag.DELETED);

    private static final Map<String, Flag> KNOWN =
            Map.of("$forwarded", Flag.FORWARDED, "forwarded", Flag.FORWARDED, "$junk", Flag.JUNK, "junk", Flag.JUNK);

    private Keywords() {}

    /** Those that are a {@link Flag}. */
    public static Set<Flag> flags(Flags known) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flags.Flag each : known.getSystemFlags()) {
            Flag flag = SYSTEM.get(each);
            if (flag != null) {
                flags.add(flag);
            }
        }
        for (String keyword : known.getUserFlags()) {
            Flag flag = KNOWN.get(keyword.toLowerCase(Locale.ROOT));
            if (flag != null) {
                flags.add(flag);
            }
        }
        return flags;
    }

    /** All others that people give. */
    public static Set<String> tags(Flags known) {
        Set<String> tags = new HashSet<>();
        for (String keyword : known.getUserFlags()) {
            if (tags.size() < MOST_TAGS && Tag.isTag(keyword)) {
                tags.add(keyword);
            }
        }
        return tags;
    }
}
