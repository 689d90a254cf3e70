package oriel.compose;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import oriel.mail.AccountId;
import oriel.mail.Owner;

/** Starts a new message. */
@ApplicationScoped
public class StartNew {

    /**
     * An empty page to write on.
     *
     * @param owner whose mail is being looked at
     */
    public Composition start(AccountId account, Owner owner) {
        return new Composition(
                CompositionId.create(),
                account,
                owner,
                ComposeKind.NEW,
                null,
                List.of(),
                List.of(),
                "",
                "",
                "",
                "",
                List.of(),
                List.of());
    }
}
