package oriel.servers;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which commands and items Outlook.com does not announce. A line is looked at as a whole, with the names of folders in
 * it: who wants {@code STATUS Deleted} not to be taken for an item sends the name as a literal.
 */
final class OutlookRules {

    private static final Set<String> UNKNOWN = Set.of(
            "SORT",
            "THREAD",
            "ENABLE",
            "COMPRESS",
            "NOTIFY",
            "GETMETADATA",
            "SETMETADATA",
            "GETQUOTA",
            "GETQUOTAROOT",
            "SETQUOTA",
            "GETACL",
            "SETACL",
            "MYRIGHTS",
            "CATENATE",
            "URLFETCH",
            "GENURLAUTH",
            "CANCELUPDATE",
            "ESEARCH",
            "REPLACE");

    private static final Map<Pattern, String> ITEMS = new LinkedHashMap<>();

    static {
        item("(UID )?SEARCH RETURN", "ESEARCH");
        item("(SELECT|EXAMINE) .*\\((CONDSTORE|QRESYNC)", "CONDSTORE, QRESYNC");
        item("(UID )?FETCH .*(MODSEQ|CHANGEDSINCE|VANISHED)", "CONDSTORE");
        item("(UID )?FETCH .*(SNIPPET|PREVIEW|BINARY|SAVEDATE|EMAILID|THREADID|X-GM-)", "item of FETCH");
        item("(UID )?STORE .*UNCHANGEDSINCE", "CONDSTORE");
        item("(UID )?STORE .*FLAGS\\S* \\((?!(\\\\(Seen|Answered|Flagged|Deleted|Draft)|\\$MDNSent| )*\\))", "keyword");
        item("STATUS .*(HIGHESTMODSEQ|SIZE|MAILBOXID|DELETED)", "item of STATUS");
        item("LIST .* RETURN ", "LIST-EXTENDED");
        item("LIST \\((?!\\))", "LIST-EXTENDED");
        item("CREATE .*\\(USE", "CREATE-SPECIAL-USE");
        item("(UID )?SEARCH .*(FUZZY|MODSEQ|WITHIN|OLDER|YOUNGER|X-GM)", "key of SEARCH");
    }

    private OutlookRules() {}

    private static void item(String pattern, String what) {
        ITEMS.put(Pattern.compile("^" + pattern + ".*", Pattern.CASE_INSENSITIVE), what);
    }

    /** What is wrong with a command line, given without its tag; empty if nothing is. */
    static Optional<String> violation(String command) {
        String[] words = command.toUpperCase(Locale.ROOT).split(" ", 3);
        String name = words[0].equals("UID") && words.length > 1 ? words[1] : words[0];
        if (UNKNOWN.contains(name)) {
            return Optional.of(name);
        }
        return ITEMS.entrySet().stream()
                .filter(item -> item.getKey().matcher(command).lookingAt())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
