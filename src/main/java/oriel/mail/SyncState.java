package oriel.mail;

/**
 * How far a folder has come; with another state something has changed (RFC 3501 section 2.3.1, RFC 7162 section 3.1).
 *
 * @param uidNext greater than the UID of every message in it
 * @param messages how many there are
 * @param unseen how many of them are not {@code \Seen}
 * @param modSeq HIGHESTMODSEQ, which every change of a flag makes bigger; -1 where the server keeps none
 */
public record SyncState(FolderPath folder, long uidValidity, long uidNext, int messages, int unseen, long modSeq) {}
