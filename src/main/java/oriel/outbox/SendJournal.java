package oriel.outbox;

import java.util.Optional;
import oriel.mail.AccountId;

/** Remembers how far each message has come, so that none is sent twice: the port to where that is written down. */
public interface SendJournal {

    /** How far the message has come; empty if it was never begun, or failed for certain. */
    Optional<SendState> state(AccountId account, String messageId);

    /** Writes down how far the message has come. */
    void record(AccountId account, String messageId, SendState state);

    /** Forgets a message that was certainly not sent, so that it may be sent again. */
    void forget(AccountId account, String messageId);
}
