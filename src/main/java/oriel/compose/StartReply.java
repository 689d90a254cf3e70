package oriel.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import oriel.mail.AccountId;
import oriel.mail.MailStore;
import oriel.mail.Message;
import oriel.mail.MessageRef;
import oriel.mail.Owner;

/** Starts an answer: to whoever wants it, on the same subject, in the same thread, with the original quoted below. */
@ApplicationScoped
public class StartReply {

    private final MailStore store;
    private final Quoting quoting;
    private final CarryAlong carryAlong;

    @Inject
    public StartReply(MailStore store, Quoting quoting, CarryAlong carryAlong) {
        this.store = store;
        this.quoting = quoting;
        this.carryAlong = carryAlong;
    }

    /**
     * Reads the original and answers it.
     *
     * @param all whether everybody who got the original gets the answer too
     * @throws oriel.mail.MailException if the original can't be read
     */
    public Composition start(AccountId account, MessageRef ref, boolean all, Regional regional) {
        Message original = store.message(ref);
        CompositionId id = CompositionId.create();
        ReplyRecipients recipients =
                ReplyRecipients.of(original, addresses(account, ref.folder().owner()), all);
        ReplyThread thread = ReplyThread.of(original);
        CarryAlong.Carried carried = carryAlong.carry(account, id, original, CarryAlong::isShownInPlace);
        Quoting.Quote quote = quoting.reply(original, carried.images(), regional);
        return new Composition(
                id,
                account,
                ref.folder().owner(),
                all ? ComposeKind.REPLY_ALL : ComposeKind.REPLY,
                ref,
                recipients.to(),
                recipients.cc(),
                Subjects.reply(original.envelope().subject()),
                quote.html(),
                quote.text(),
                thread.inReplyTo(),
                thread.references(),
                carried.missing());
    }

    /** Whoever answers for a shared mailbox is both. */
    private static Set<String> addresses(AccountId account, Owner owner) {
        return owner.isSelf() ? Set.of(account.value()) : Set.of(account.value(), owner.address());
    }
}
