package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.List;
import oriel.mail.Flag;
import oriel.mail.MessageRef;
import oriel.mail.Tag;

/** UID STORE (RFC 3501 section 6.4.6); messages that are gone are passed over by the server (section 6.4.8), unless all of them are. */
final class StoreFlags {

    boolean store(OpenFolder folder, List<MessageRef> messages, Flag flag, boolean set) throws MessagingException {
        folder.requireWritable();
        if (!ServerFlags.keeps(folder.permanentFlags(), flag)) {
            return false;
        }
        store(folder, messages, ServerFlags.name(flag), set);
        return true;
    }

    /** @return false if the folder keeps no such keyword */
    boolean store(OpenFolder folder, List<MessageRef> messages, Tag tag, boolean set) throws MessagingException {
        folder.requireWritable();
        if (!ServerFlags.keeps(folder.permanentFlags(), tag.keyword())) {
            return false;
        }
        store(folder, messages, tag.keyword(), set);
        return true;
    }

    private static void store(OpenFolder folder, List<MessageRef> messages, String atom, boolean set)
            throws MessagingException {
        folder.requireAny(messages);
        for (String uids : UidSets.of(messages)) {
            folder.send("UID STORE", uids + " " + (set ? "+" : "-") + "FLAGS.SILENT (" + atom + ")");
        }
    }
}
