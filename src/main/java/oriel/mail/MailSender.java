package oriel.mail;

/** The port through which mail leaves. */
public interface MailSender {

    /**
     * Hands a message to the server. When this returns, the server has taken responsibility for it (RFC 5321 section
     * 4.2.5) for every recipient; if one recipient is refused, none gets it.
     *
     * @param account who sends; must be signed in
     * @throws MailException.Refused if the server said no; nothing was sent
     * @throws MailException.SendUnknown if the connection was lost after the text was on its way: it may have been sent
     * @throws MailException in any other case; nothing was sent
     */
    void send(AccountId account, Draft draft);
}
