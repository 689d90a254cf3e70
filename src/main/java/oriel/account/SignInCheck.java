package oriel.account;

/** The port that asks a mail server whether somebody is who they say they are. */
public interface SignInCheck {

    /**
     * Returns if the server lets the account in and opens its mailbox.
     *
     * @throws oriel.mail.MailException naming why not; {@link oriel.mail.MailException.LoginRefused} for a wrong password
     *     and for an unknown user alike
     */
    void check(Account account);
}
