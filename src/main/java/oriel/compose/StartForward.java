package oriel.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import oriel.mail.AccountId;
import oriel.mail.MailStore;
import oriel.mail.Message;
import oriel.mail.MessageRef;

/** Starts a forward: the original with its head below the text, its attachments carried along. */
@ApplicationScoped
public class StartForward {

    private final MailStore store;
    private final Quoting quoting;
    private final CarryAlong carryAlong;

    @Inject
    public StartForward(MailStore store, Quoting quoting, CarryAlong carryAlong) {
        this.store = store;
        this.quoting = quoting;
        this.carryAlong = carryAlong;
    }

    /**
     * Reads the original with its attachments. Those that do not fit are named as missing.
     *
     * @throws oriel.mail.MailException if the original can't be read
     */
    public Composition start(AccountId account, MessageRef ref, Regional regional) {
        Message original = store.message(ref);
        CompositionId id = CompositionId.create();
        ReplyThread thread = ReplyThread.of(original);
        CarryAlong.Carried carried = carryAlong.carry(account, id, original, attachment -> true);
        Quoting.Quote quote = quoting.forward(original, carried.images(), regional);
        return new Composition(
                id,
                account,
                ref.folder().owner(),
                ComposeKind.FORWARD,
                ref,
                List.of(),
                List.of(),
                Subjects.forward(original.envelope().subject()),
                quote.html(),
                quote.text(),
                "",
                thread.references(),
                carried.missing());
    }
}
