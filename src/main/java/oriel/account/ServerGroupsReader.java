package oriel.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import oriel.account.MailServers.LoginName;

/**
 * Reads the servers of groups of mail domains: {@code oriel.servers=firm,uni} names the groups, and {@code
 * oriel.server.firm.domains} and the keys beside it say what a group is.
 */
public final class ServerGroupsReader {

    /** What a group may have. */
    private static final List<String> KEYS =
            List.of("domains", "imap.host", "imap.port", "imap.tls", "smtp.host", "smtp.port", "smtp.tls", "login");

    private static final String LIST = "oriel.servers";
    private static final String PREFIX = "oriel.server.";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    private final ConfigValues values;
    private final ServerReader servers;
    private final Collection<String> present;
    private final Map<String, MailServers> byDomain = new HashMap<>();
    private final Map<String, String> groupOf = new HashMap<>();

    /** @param present the keys that are set */
    ServerGroupsReader(ConfigValues values, Collection<String> present) {
        this.values = values;
        this.servers = new ServerReader(values);
        this.present = present;
    }

    /** The keys of the groups that a list names, all of which are known ones. */
    public static List<String> keys(String list) {
        return List.of(list.split("[,\\s]+")).stream()
                .filter(name -> NAME.matcher(name).matches())
                .flatMap(name -> KEYS.stream().map(key -> PREFIX + name + "." + key))
                .toList();
    }

    ServerGroups read() {
        Set<String> names = new LinkedHashSet<>();
        for (String name : values.words(LIST)) {
            if (!NAME.matcher(name).matches()) {
                values.wrong(LIST, name, "names of lower-case letters, digits and hyphens, with commas between them");
            } else if (!names.add(name)) {
                values.problem(LIST + " names " + name + " twice.");
            }
        }
        names.forEach(this::read);
        present.stream().sorted().forEach(key -> checkListed(key, names));
        return new ServerGroups(names, groupOf, byDomain);
    }

    private void read(String name) {
        String group = PREFIX + name;
        MailServers read = new MailServers(
                servers.read(group + ".imap", "oriel.imap"),
                servers.read(group + ".smtp", "oriel.smtp"),
                values.text(group + ".login").isPresent()
                        ? values.oneOf(group + ".login", LoginName.class)
                        : LoginName.ADDRESS);
        String key = group + ".domains";
        String allowed = "mail domains, such as firm.example, with commas between them";
        values.needed(key, allowed);
        for (String written : values.words(key)) {
            MailDomain.of(written)
                    .ifPresentOrElse(domain -> add(name, domain, read), () -> values.wrong(key, written, allowed));
        }
    }

    private void add(String name, String domain, MailServers read) {
        String other = groupOf.putIfAbsent(domain, name);
        if (other != null) {
            values.problem(PREFIX + name + ".domains names " + domain + ", which "
                    + (other.equals(name) ? "stands there twice." : PREFIX + other + ".domains names too."));
        }
        byDomain.putIfAbsent(domain, read);
    }

    /** Left alone, a group that was forgotten in the list would send its people's passwords to the default servers. */
    private void checkListed(String key, Set<String> names) {
        String common = common(key);
        boolean ofGroup = common.startsWith(PREFIX)
                && KEYS.stream().anyMatch(each -> withoutFile(common).endsWith("." + each));
        if (ofGroup && names.stream().noneMatch(name -> common.startsWith(PREFIX + common(name) + "."))) {
            values.problem(key + " is set for a group of servers that " + LIST + " does not name.");
        }
    }

    private static String withoutFile(String key) {
        return key.endsWith(".file") ? key.substring(0, key.length() - ".file".length()) : key;
    }

    /** The form in which a key and its environment variable are equal (MicroProfile Config 3.0, section 6.2). */
    private static String common(String key) {
        return key.replaceAll("[^A-Za-z0-9]", ".").toLowerCase(Locale.ROOT);
    }
}
