package oriel.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import oriel.account.SharedMailboxes;
import oriel.mail.AccountId;
import oriel.mail.Address;
import oriel.mail.Owner;

/** The addresses that somebody may write as: their own, and those of the mailboxes they share. */
@ApplicationScoped
public class Senders {

    private final SharedMailboxes shared;

    @Inject
    public Senders(SharedMailboxes shared) {
        this.shared = shared;
    }

    /** All of them, one's own first. */
    public List<String> of(AccountId account) {
        return Stream.concat(
                        Stream.of(account.value()), shared.of(account).stream().map(Owner::address))
                .toList();
    }

    /**
     * The author of a message.
     *
     * @throws NotSendable if the account may not write as that
     */
    Address author(Composition composition, Written written) {
        String chosen = written.from().strip().toLowerCase(Locale.ROOT);
        Address author = chosen.isEmpty() ? composition.from() : new Address("", chosen);
        if (!of(composition.account()).contains(author.email())) {
            throw new NotSendable("compose.notYourAddress");
        }
        return author;
    }
}
