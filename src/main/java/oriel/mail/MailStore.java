package oriel.mail;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The port to one account's mail on its server. Every method may block on the network up to the configured timeouts and
 * throws a {@link MailException} that names the trouble in words for the user. Messages are named by UID and
 * UIDVALIDITY only: where the folder was made anew meanwhile, {@link MailException.FolderChangedUnderUs} says so and
 * nothing was touched.
 */
public interface MailStore {

    /** All folders of one's own, special ones first in the order of {@link SpecialUse}, then the tree in alphabetical order. */
    List<Folder> folders();

    /**
     * All folders of an owner.
     *
     * @throws MailException.FolderGone if the account has nothing to do with that owner
     */
    default List<Folder> folders(Owner owner) {
        if (!owner.isSelf()) {
            throw new MailException.FolderGone(null);
        }
        return folders();
    }

    /** How full a folder is. */
    FolderStatus status(FolderPath folder);

    /**
     * A window of the folder's list, newest first.
     *
     * @param offset place of the first row; 0 is the newest; past the end gives no rows
     * @param limit how many rows at most, 1 to 500
     */
    Page page(FolderPath folder, int offset, int limit);

    /**
     * Where a message stands in its folder's list now, 0 = newest; for landing on a bookmarked message.
     *
     * @throws MailException.MessageGone if it is not there
     */
    int position(MessageRef message);

    /**
     * Opens a message without marking it as seen.
     *
     * @throws MailException.MessageGone if it was deleted meanwhile
     */
    Message message(MessageRef message);

    /**
     * Reads one part, decoded, as a stream that is never held as a whole.
     *
     * @throws java.io.UncheckedIOException if the reader failed and not the server
     */
    void part(MessageRef message, PartId part, PartReader reader);

    /**
     * Writes the message as it lies on the server.
     *
     * @throws java.io.UncheckedIOException if it could not be written
     */
    void source(MessageRef message, OutputStream out);

    /**
     * Sets or clears a flag. Where the server keeps no such keyword nothing happens. Messages that are gone are passed
     * over. All are in one folder.
     *
     * @throws MailException.MessageGone if not one of them is there any more
     */
    void flag(List<MessageRef> messages, Flag flag, boolean set);

    /**
     * Gives messages of one folder a tag, or takes it from them. Messages that are gone are passed over.
     *
     * @return false if the server keeps no such keyword there (PERMANENTFLAGS, RFC 3501 section 7.1), and nothing was done
     * @throws MailException.MessageGone if not one of them is there any more
     */
    boolean tag(List<MessageRef> messages, Tag tag, boolean set);

    /**
     * Moves messages of one folder into another one, so that each is in one of the two at any moment. Between two owners
     * each is copied and then deleted, one after the other; if that fails half-way, some are here and some are there.
     *
     * @return where they are now, as far as the server tells (COPYUID, RFC 4315); for undoing
     * @throws MailException.MessageGone if not one of them is there any more
     */
    List<MessageRef> move(List<MessageRef> messages, FolderPath target);

    /**
     * Copies messages of one folder into another one, with their marks; into the same one they are there twice then. Messages
     * that are gone are passed over. If it fails half-way, some may have been copied.
     *
     * @return where the copies are, as far as the server tells (COPYUID, RFC 4315) and never as a guess, since these are what
     *     is deleted for undoing it; empty if it did not tell it of every copy
     * @throws MailException.MessageGone if not one of them is there any more
     */
    List<MessageRef> copy(List<MessageRef> messages, FolderPath target);

    /**
     * Deletes messages of one folder for good: exactly these, never others that are marked {@code \Deleted}.
     */
    void delete(List<MessageRef> messages);

    /**
     * Puts a message into a folder.
     *
     * @return where it is, as far as the server tells (APPENDUID, RFC 4315)
     */
    Optional<MessageRef> append(FolderPath folder, Draft draft, Set<Flag> flags);

    /**
     * Looks for messages of a folder, as the server does it.
     *
     * @return newest first
     * @throws MailException.CannotSearch if the server cannot look for this text
     */
    List<MessageRef> search(FolderPath folder, SearchQuery query);

    /** Looks for a message by its Message-ID (with angle brackets). */
    Optional<MessageRef> find(FolderPath folder, String messageId);

    /** Creates a folder; nothing happens if it is there already. */
    void createFolder(FolderPath folder);

    /**
     * The full name of a folder that lies in another one, as the server spells it; nothing is made.
     *
     * @throws MailException.FolderRefused if there can be none of that name
     */
    FolderPath subfolder(FolderPath parent, FolderName name);

    /**
     * The full name of a folder that lies in no other one of an owner's; nothing is made.
     *
     * @throws MailException.FolderRefused if there can be none of that name
     */
    FolderPath topFolder(Owner owner, FolderName name);

    /**
     * Renames a folder, and so moves it where the new name says; all that lies in it goes along, subscriptions too.
     *
     * @throws MailException.FolderRefused for the inbox, and for a name that cannot be
     * @throws MailException.Refused if the server does not want to, as it may where the new name is taken
     */
    void renameFolder(FolderPath from, FolderPath to);

    /**
     * Deletes a folder with its messages for good. What lies in it stays, if the server does it at all then.
     *
     * @throws MailException.FolderRefused for the inbox
     */
    void deleteFolder(FolderPath folder);

    /** The folders that are subscribed to, as mail programs show these and hide others; they need not exist any more. */
    Set<FolderPath> subscriptions(Owner owner);

    /** Subscribes to a folder, or ends that; nothing happens if it is so already. */
    void subscribe(FolderPath folder, boolean subscribed);

    /** How full the mailbox is that an owner's inbox belongs to; empty if the server has no limit or tells none. */
    List<Quota> quota(Owner owner);
}
