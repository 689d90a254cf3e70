package oriel.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import oriel.account.CurrentAccount;
import oriel.outbox.Outgoing;
import oriel.outbox.SendMail;
import oriel.outbox.SendState;

/** Sends what somebody wrote, as the one who began to write it and nobody else. */
@ApplicationScoped
public class SendWritten {

    private final CurrentAccount current;
    private final PrepareDraft prepareDraft;
    private final SendMail sendMail;

    @Inject
    public SendWritten(CurrentAccount current, PrepareDraft prepareDraft, SendMail sendMail) {
        this.current = current;
        this.prepareDraft = prepareDraft;
        this.sendMail = sendMail;
    }

    /**
     * Sends it, once, however often it is asked to.
     *
     * @param again whether the user wants it sent although it may have left already
     * @throws NotSendable if something has to be mended first
     * @throws oriel.mail.MailException if nothing was sent
     */
    public SendState send(Composition composition, Written written, boolean again) {
        if (!current.id().equals(composition.account())) {
            throw new NotSendable("compose.otherAccount");
        }
        Optional<SendState> known = sendMail.state(composition.account(), composition.messageId());
        if (known.isPresent() && known.get().sent()) {
            return known.get();
        }
        return sendMail.send(new Outgoing(
                composition.account(),
                prepareDraft.prepare(composition, written),
                composition.original(),
                composition.kind().mark(),
                again));
    }
}
