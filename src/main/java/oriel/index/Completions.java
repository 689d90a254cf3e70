package oriel.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import oriel.mail.AccountId;
import oriel.mail.Address;

/** What the index knows that can complete a search while it is typed. Never throws: what can't be read is not offered. */
@ApplicationScoped
public class Completions {

    private final MessageIndex index;

    @Inject
    public Completions(MessageIndex index) {
        this.index = index;
    }

    /**
     * People whose name or address has a word that begins so, those first who are met most often in the newest messages;
     * messages set apart do not count.
     *
     * @param place {@code FROM}, {@code TO} or {@code ANYWHERE}
     * @param begun may be empty
     */
    public List<Address> people(AccountId account, SearchExpression.Place place, String begun, int most) {
        return index.read(
                account,
                List.of(),
                (known, searcher) -> People.of(searcher, known.positions().apart(), place, begun, most));
    }

    /** The tags of messages, the most frequent first. */
    public List<String> tags(AccountId account, int most) {
        return index.read(account, List.of(), (known, searcher) -> Tags.of(searcher, most));
    }
}
