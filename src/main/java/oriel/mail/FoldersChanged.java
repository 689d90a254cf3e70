package oriel.mail;

/** Event: folders were made, renamed, deleted, hidden or shown through Oriel; what is known of the tree is outdated. */
public record FoldersChanged(AccountId account) {}
