/**
 * Lists, conversations and searches from a copy of the mailboxes' heads on local disk, one Lucene index for each account.
 * It may be deleted at any time and is made again, newest first; the IMAP server is the truth. May know {@code mail} and
 * {@code account}; Lucene lives here only.
 */
@NullMarked
package oriel.index;

import org.jspecify.annotations.NullMarked;
