package oriel.account;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups of mail domains.
 *
 * @param names of all groups, also of such without domains
 * @param groupOf a comparable domain's group
 * @param byDomain a comparable domain's servers
 */
record ServerGroups(Set<String> names, Map<String, String> groupOf, Map<String, MailServers> byDomain) {

    List<String> domainsOf(String group) {
        return groupOf.entrySet().stream()
                .filter(each -> each.getValue().equals(group))
                .map(Map.Entry::getKey)
                .toList();
    }
}
