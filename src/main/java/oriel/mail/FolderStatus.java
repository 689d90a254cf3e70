package oriel.mail;

import java.io.Serializable;

/**
 * How full a folder is (STATUS, RFC 3501 section 6.3.10).
 *
 * @param messages how many messages
 * @param unread how many of them are not {@code \Seen}
 */
public record FolderStatus(FolderPath path, int messages, int unread) implements Serializable {}
