package oriel.mail;

/** Where work that outlives a request gets at the mail of an account that is signed in. */
public interface MailStores {

    /**
     * The mail of an account.
     *
     * @throws MailException.LoginRefused from each of the store's methods, once nobody is signed in to the account
     */
    MailStore of(AccountId account);
}
