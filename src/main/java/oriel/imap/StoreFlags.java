package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.List;
import oriel.mail.Flag;
import oriel.mail.MessageRef;

/** UID STORE (RFC 3501 section 6.4.6); messages that are gone are passed over by the server (section 6.4.8), unless all of them are. */
final class StoreFlags {

    boolean store(OpenFolder folder, List<MessageRef> messages, Flag flag, boolean set) throws MessagingException {
        folder.requireWritable();
        if (!ServerFlags.keeps(folder.permanentFlags(), flag)) {
            return false;
        }
        folder.requireAny(messages);
        String change = (set ? "+" : "-") + "FLAGS.SILENT (" + ServerFlags.name(flag) + ")";
        for (String uids : UidSets.of(messages)) {
            folder.send("UID STORE", uids + " " + change);
        }
        return true;
    }
}
