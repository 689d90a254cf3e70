package oriel.mail;

import java.io.Serializable;

/**
 * Names one message for good: a UID is only true together with its folder's UIDVALIDITY (RFC 3501 section 2.3.1.1).
 *
 * @param uidValidity positive
 * @param uid positive
 */
public record MessageRef(FolderPath folder, long uidValidity, long uid) implements Serializable {

    public MessageRef {
        if (uidValidity <= 0 || uid <= 0) {
            throw new IllegalArgumentException("UIDVALIDITY and UID are positive");
        }
    }

    /** The message as another owner's folder of the same name holds it. */
    public MessageRef of(Owner other) {
        return new MessageRef(folder.of(other), uidValidity, uid);
    }
}
