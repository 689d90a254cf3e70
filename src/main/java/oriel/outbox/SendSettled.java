package oriel.outbox;

import oriel.mail.AccountId;

/**
 * Event: nothing more happens to a message that was sent, so that its attachments may be removed.
 *
 * @param state {@link SendState#FILED}, {@link SendState#NOT_FILED} or {@link SendState#UNKNOWN}
 */
public record SendSettled(AccountId account, String messageId, SendState state) {}
