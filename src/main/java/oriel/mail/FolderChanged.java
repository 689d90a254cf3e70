package oriel.mail;

/** Event: messages came into a folder, left it or changed their flags there, through Oriel or elsewhere. */
public record FolderChanged(AccountId account, FolderPath folder) {}
