package oriel.mail;

/**
 * The port that keeps an eye on the folders of accounts somebody has open in a browser. What another client changes there
 * is told by {@link FolderChanged} as soon as the server tells it (IDLE, RFC 2177); which folder is looked at comes by
 * {@link FolderViewed}. Both methods return at once and never throw because of the server.
 */
public interface FolderWatch {

    /** One more open page wants to hear of the account's changes; the account must be signed in. */
    void begin(AccountId account);

    /** One page fewer; with the last one the watching ends. */
    void end(AccountId account);
}
