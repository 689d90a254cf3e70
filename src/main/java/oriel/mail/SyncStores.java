package oriel.mail;

/** Where the index gets at the mail of an account that is signed in, with less claim to its connections than people have. */
public interface SyncStores {

    /**
     * The mail of an account.
     *
     * @throws MailException.LoginRefused from each of the store's methods, once nobody is signed in to the account
     */
    SyncStore of(AccountId account);
}
