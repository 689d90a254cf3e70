package oriel.account;

import oriel.mail.AccountId;

/** Who uses this browser session; injected where the work belongs to a request. */
public interface CurrentAccount {

    /** Whether somebody is signed in. */
    boolean isSignedIn();

    /**
     * The account of this session.
     *
     * @throws oriel.mail.MailException.LoginRefused if nobody is signed in
     */
    AccountId id();
}
