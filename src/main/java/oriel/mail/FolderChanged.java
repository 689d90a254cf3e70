package oriel.mail;

/** Event: messages came into or left a folder through Oriel. */
public record FolderChanged(AccountId account, FolderPath folder) {}
