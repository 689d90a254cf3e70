package oriel.account;

import oriel.mail.AccountId;

/** Event: the last browser session of an account ended on this node; its connections are to be closed. */
public record SignedOut(AccountId account) {}
