package oriel.mail;

/** Why a folder can't be called, moved or deleted like that, before any server was asked. */
public enum FolderTrouble {
    /** The name is empty. */
    EMPTY,
    /** The name begins or ends with a space. */
    SPACES,
    /** The name holds what cannot be seen: control characters, or those that turn the direction of reading. */
    CONTROL,
    /** The name holds {@code %} or {@code *}, which stand for any name in IMAP's LIST (RFC 3501 section 6.3.8). */
    WILDCARD,
    /** The name holds the sign by which the server tells folders from those that they lie in. */
    DELIMITER,
    /** The name is too long for most servers. */
    TOO_LONG,
    /** There is a folder of that name. */
    EXISTS,
    /** The server keeps its folders in one plain list. */
    NO_SUBFOLDERS,
    /** The inbox, and what other parts of the mailbox rely on, stay as they are. */
    PROTECTED,
    /** A folder cannot be moved into itself or into one that lies in it. */
    INTO_ITSELF,
    /** Folders do not go from one mailbox to another. */
    OTHER_MAILBOX
}
