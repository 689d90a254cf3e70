package oriel.account;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import oriel.mail.AccountId;
import oriel.mail.Owner;

/**
 * Which shared mailboxes each user is offered. That the configuration lists one is needed and not enough: the mail server
 * decides for itself.
 *
 * @param byUser the mailboxes of an address, or of a whole domain, written {@code @firm.example}; both comparable
 */
public record SharedMailboxes(Map<String, List<Owner>> byUser) implements Serializable {

    public SharedMailboxes {
        byUser = Map.copyOf(byUser);
    }

    /** None for anybody. */
    public static final SharedMailboxes NONE = new SharedMailboxes(Map.of());

    /** The mailboxes of an account, in the order of the configuration, its own first and then its domain's. */
    public List<Owner> of(AccountId account) {
        String address = comparable(account.value());
        return Stream.of(address, address.substring(Math.max(0, address.lastIndexOf('@'))))
                .distinct()
                .flatMap(who -> byUser.getOrDefault(who, List.of()).stream())
                .distinct()
                .filter(owner -> !owner.address().equals(account.value()))
                .toList();
    }

    /** Whether an account may ask for a mailbox at all. */
    public boolean allow(AccountId account, Owner owner) {
        return owner.isSelf() || of(account).contains(owner);
    }

    /** An address or {@code @domain} with its domain in comparable form; unchanged if it has none. */
    static String comparable(String address) {
        return MailDomain.ofAddress(address)
                .map(domain -> address.substring(0, address.lastIndexOf('@') + 1) + domain)
                .orElse(address);
    }
}
