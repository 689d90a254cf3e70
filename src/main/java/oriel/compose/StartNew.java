package oriel.compose;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import oriel.mail.AccountId;

/** Starts a new message. */
@ApplicationScoped
public class StartNew {

    /** An empty page to write on. */
    public Composition start(AccountId account) {
        return new Composition(
                CompositionId.create(),
                account,
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
