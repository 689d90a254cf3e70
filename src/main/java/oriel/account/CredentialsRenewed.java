package oriel.account;

import oriel.mail.AccountId;

/** Event: the account signs in with newer credentials now; browser sessions keep a sealed copy of them. */
public record CredentialsRenewed(AccountId account) {}
