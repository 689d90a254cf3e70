package oriel.mail;

/** Event: somebody looks at a folder's list, so that it is the one to watch beside the inbox. */
public record FolderViewed(AccountId account, FolderPath folder) {}
