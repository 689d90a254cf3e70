package oriel.mail;

/** Event: what lists of a folder show has changed, though the folder itself may not have: more of it is known now. */
public record ListChanged(AccountId account, FolderPath folder) {}
