package oriel.account;

import oriel.mail.AccountId;

/** A signed-in account: its name and what it signs in with. */
public record Account(AccountId id, Credentials credentials) {}
