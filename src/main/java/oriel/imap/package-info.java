/**
 * The mail of an account, read and changed over IMAP (RFC 3501): {@link oriel.imap.ImapPools} keeps up to three
 * connections for each account, {@link oriel.imap.ImapMailStore} runs one small command class on them for each method of
 * {@link oriel.mail.MailStore}, {@link oriel.imap.ImapSyncStore} does the same in the background for {@link
 * oriel.mail.SyncStore}, {@link oriel.imap.ImapFolderWatch} listens on those that nobody needs for what others
 * change, {@link oriel.imap.ImapFailures} says in the words of {@link oriel.mail.MailException}
 * what went wrong.
 *
 * <p>May know {@code mail}, {@code mime} and {@code account}. Nobody knows it: CDI plugs it in behind the ports.
 */
@NullMarked
package oriel.imap;

import org.jspecify.annotations.NullMarked;
