package oriel.mail;

/** Event: a message was accepted by the server for sending. */
public record MailSent(AccountId account, String messageId) {}
