package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.Response;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

/** UID COPY (RFC 3501 section 6.4.7), with the UIDs of the copies where the server tells them (COPYUID, RFC 4315 section 3). */
final class CopyMessages {

    /** @return where the copies are; empty unless the server told it each time */
    List<MessageRef> copy(OpenFolder folder, List<MessageRef> messages, FolderPath target) throws MessagingException {
        folder.requireAny(messages);
        // If the answer is lost, the copies may be there all the same.
        folder.connection().doNotRepeat();
        List<MessageRef> places = new ArrayList<>();
        boolean told = true;
        for (String uids : UidSets.of(messages)) {
            List<MessageRef> some = CopyUid.places(send(folder, "UID COPY", uids, target), target);
            told &= !some.isEmpty();
            places.addAll(some);
        }
        return told ? places : List.of();
    }

    /** Sends COPY or MOVE. */
    static Response[] send(OpenFolder folder, String command, String uids, FolderPath target)
            throws MessagingException {
        return folder.command(protocol -> {
            Argument arguments = Protocol.atom(uids);
            Protocol.folder(protocol, arguments, target.value());
            return Protocol.send(protocol, command, arguments);
        });
    }
}
