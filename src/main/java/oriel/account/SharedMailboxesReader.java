package oriel.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import oriel.mail.Owner;

/**
 * Reads who is offered which shared mailboxes: {@code ada@firm.example: support@firm.example, info@firm.example;
 * @firm.example: all@firm.example}. Lines may stand for semicolons, and a {@code #} begins a remark.
 */
final class SharedMailboxesReader {

    private static final String KEY = "oriel.shared";
    private static final String FORM =
            "entries like \"ada@firm.example: support@firm.example, info@firm.example\", with"
                    + " semicolons or line breaks between them; before the colon may stand an address, @domain, or a name from"
                    + " oriel.servers";

    private final ConfigValues values;
    private final ServerGroups groups;
    private final Map<String, Set<Owner>> byUser = new HashMap<>();

    SharedMailboxesReader(ConfigValues values, ServerGroups groups) {
        this.values = values;
        this.groups = groups;
    }

    SharedMailboxes read() {
        for (String line : values.text(KEY).orElse("").split("[;\\r\\n]+")) {
            String entry = line.replaceFirst("#.*", "").strip();
            if (!entry.isEmpty()) {
                readEntry(entry);
            }
        }
        Map<String, List<Owner>> read = new HashMap<>();
        byUser.forEach((who, owners) -> read.put(who, List.copyOf(owners)));
        return new SharedMailboxes(read);
    }

    private void readEntry(String entry) {
        int colon = entry.indexOf(':');
        List<String> users =
                colon < 0 ? List.of() : users(entry.substring(0, colon).strip());
        List<Owner> owners = colon < 0 ? List.of() : owners(entry.substring(colon + 1));
        if (users.isEmpty() || owners.isEmpty()) {
            values.wrong(KEY, entry, FORM);
        }
        for (String user : users) {
            byUser.computeIfAbsent(user, key -> new LinkedHashSet<>()).addAll(owners);
        }
    }

    private List<String> users(String written) {
        String who = written.toLowerCase(Locale.ROOT);
        if (groups.names().contains(who)) {
            return groups.domainsOf(who).stream().map(domain -> "@" + domain).toList();
        }
        return MailDomain.ofAddress(who).isPresent() && !who.contains(" ")
                ? List.of(SharedMailboxes.comparable(who))
                : List.of();
    }

    /** Empty if one of them is none. */
    private static List<Owner> owners(String written) {
        List<Owner> owners = new ArrayList<>();
        for (String each : written.strip().split("[,\\s]+")) {
            if (MailDomain.ofAddress(each).isEmpty() || each.indexOf('@') == 0 || each.indexOf('/') >= 0) {
                return List.of();
            }
            owners.add(new Owner(each));
        }
        return owners;
    }
}
