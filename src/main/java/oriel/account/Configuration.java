package oriel.account;

/** All that is read at start. */
public record Configuration(
        ServerConfig servers,
        Limits limits,
        SessionKey sessionKey,
        SharedMailboxes shared,
        OpenIdConfig openId,
        IndexConfig index,
        OwnData ownData) {}
