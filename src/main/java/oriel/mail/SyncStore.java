package oriel.mail;

import java.util.List;
import java.util.Map;

/**
 * The port by which the index follows one account's folders, in the background: each call is short, uses one connection that
 * nobody needs at the moment, and waits for as long as people need them all. Every method may block and throws a {@link
 * MailException}; {@link MailException.FolderChangedUnderUs} if the folder's UIDVALIDITY is no longer the one asked for.
 * Messages that count as deleted for {@link MailStore} are not there for this port either.
 */
public interface SyncStore {

    /** How far a folder has come, without opening it where that can be. */
    SyncState state(FolderPath folder);

    /** The UIDs of all messages, in ascending order. */
    long[] uids(FolderPath folder, long uidValidity);

    /**
     * Rows by their UIDs.
     *
     * @param uids at most 500, ascending
     * @return newest first; those that are gone are left out, unreadable ones are not
     */
    List<Summary> summaries(FolderPath folder, long uidValidity, long[] uids);

    /**
     * What messages are marked with.
     *
     * @param lowest the lowest UID that is asked for
     * @param highest the highest
     * @param since only what changed after this {@link SyncState#modSeq}; -1 for all
     * @return in any order; not those that are gone
     */
    List<Marked> marks(FolderPath folder, long uidValidity, long lowest, long highest, long since);

    /**
     * The first text of messages, for a preview line or for searching in it, all in as few round trips as can be.
     *
     * @param uids at most 100
     * @param bytes of each text on the wire at most; what lies behind is left out
     * @return by UID; those without any text have an empty one, those that are gone or that the server refuses are left out
     */
    Map<Long, Body> texts(FolderPath folder, long uidValidity, long[] uids, int bytes);
}
