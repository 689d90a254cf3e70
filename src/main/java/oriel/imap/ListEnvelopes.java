package oriel.imap;

import jakarta.mail.FetchProfile;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import oriel.mail.Envelope;
import oriel.mail.MessageRef;
import oriel.mail.Page;
import oriel.mime.EnvelopeParser;

/** A window of a folder by one FETCH (RFC 3501 section 6.4.5) of a range of sequence numbers. */
final class ListEnvelopes {

    private static final int MOST = 500;

    private final EnvelopeParser envelopes;

    ListEnvelopes(EnvelopeParser envelopes) {
        this.envelopes = envelopes;
    }

    Page list(OpenFolder folder, int offset, int limit) throws MessagingException {
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a window of 1 to " + MOST + " rows");
        }
        folder.refresh();
        int total = folder.exists();
        int last = total - offset;
        List<Envelope> rows = last < 1 ? List.of() : rows(folder, Math.max(1, last - limit + 1), last);
        return new Page(folder.path(), folder.uidValidity(), offset, total, rows);
    }

    private List<Envelope> rows(OpenFolder folder, int first, int last) throws MessagingException {
        List<IMAPMessage> messages = folder.bySequence(first, last);
        // Jakarta Mail would keep all rows ever seen, and flags as they were then.
        messages.forEach(IMAPMessage::invalidateHeaders);
        fetch(folder, messages);
        List<Envelope> rows = new ArrayList<>();
        for (IMAPMessage message : messages.reversed()) {
            long uid = folder.uid(message);
            // Expunged meanwhile, or something the server lists but does not tell of.
            if (uid > 0 && !message.isExpunged()) {
                rows.add(row(message, folder.ref(uid)));
            }
        }
        messages.forEach(IMAPMessage::invalidateHeaders);
        return rows;
    }

    private static void fetch(OpenFolder folder, List<IMAPMessage> messages) throws MessagingException {
        try {
            folder.fetch(messages, profile(true));
        } catch (MessagingException e) {
            if (!ImapFailures.leavesConnectionUsable(e)) {
                throw e;
            }
            // Exchange refuses the whole range for one BODYSTRUCTURE that it cannot make.
            folder.fetch(messages, profile(false));
        }
    }

    private static FetchProfile profile(boolean structure) {
        FetchProfile profile = new FetchProfile();
        profile.add(FetchProfile.Item.ENVELOPE);
        profile.add(FetchProfile.Item.FLAGS);
        profile.add(FetchProfile.Item.SIZE);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        profile.add(UIDFolder.FetchProfileItem.UID);
        if (structure) {
            profile.add(FetchProfile.Item.CONTENT_INFO);
        }
        return profile;
    }

    private Envelope row(IMAPMessage message, MessageRef ref) throws MessagingException {
        try {
            return envelopes.parse(message, ref);
        } catch (MessagingException | RuntimeException e) {
            if (ImapFailures.isLost(e)) {
                throw e;
            }
            return unreadable(message, ref);
        }
    }

    /** One message that cannot be read must not hide the others, nor itself. */
    private static Envelope unreadable(IMAPMessage message, MessageRef ref) {
        return new Envelope(ref, List.of(), List.of(), "", Instant.EPOCH, 0, Set.of(), false);
    }
}
