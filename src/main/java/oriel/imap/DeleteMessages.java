package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.List;
import oriel.mail.MessageRef;

/**
 * Deletes for good by UID EXPUNGE (RFC 4315 section 2.1). A server without it only gets the messages marked, because
 * EXPUNGE would delete what other programs have marked; they stay until another program expunges.
 */
final class DeleteMessages {

    boolean delete(OpenFolder folder, List<MessageRef> messages) throws MessagingException {
        folder.requireWritable();
        boolean exactly = folder.connection().has("UIDPLUS");
        for (String uids : UidSets.of(messages)) {
            folder.send("UID STORE", uids + " +FLAGS.SILENT (\\Deleted)");
            if (exactly) {
                folder.send("UID EXPUNGE", uids);
            }
        }
        return exactly;
    }
}
