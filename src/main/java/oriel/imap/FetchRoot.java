package oriel.imap;

import jakarta.mail.FetchProfile;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.jspecify.annotations.Nullable;
import oriel.mail.MailException;

/**
 * Fetches what a message is read from: a small one whole, in one round trip, and parsed here; a bigger one by its
 * BODYSTRUCTURE, so that its attachments stay where they are; one of many small parts, or whose BODYSTRUCTURE makes no sense, whole
 * again. Opening
 * a message and reading one of its parts both begin here, so that their part numbers agree.
 */
final class FetchRoot {

    private static final int SMALL = 128 * 1024;
    private static final int LARGEST_WHOLE = 30_000_000;

    /** A message of more parts is fetched whole if it has not many bytes: each text would be a round trip. */
    private static final int MANY_PARTS = 20;

    private static final int MANY_BYTES = 4 << 20;

    /**
     * The message, with its flags and its date of receipt.
     *
     * @throws MailException.MessageGone if it is not there
     */
    MimeMessage fetch(OpenFolder folder, long uid) throws MessagingException {
        // One byte more than is small tells whether that was all; RFC822.SIZE is only an estimate.
        WholeMessage beginning = whole(folder, uid, SMALL + 1);
        return beginning.length() <= SMALL ? beginning : large(folder, uid, beginning.sequence());
    }

    private static MimeMessage large(OpenFolder folder, long uid, int sequence) throws MessagingException {
        // The number it just had saves asking for it, unless it was moved by an expunge meanwhile.
        IMAPMessage message = folder.bySequence(IntStream.of(sequence)).stream()
                .findFirst()
                .orElseThrow(MailException.MessageGone::new);
        message.invalidateHeaders();
        FetchProfile profile = new FetchProfile();
        profile.add(FetchProfile.Item.ENVELOPE);
        profile.add(FetchProfile.Item.CONTENT_INFO);
        profile.add(FetchProfile.Item.FLAGS);
        profile.add(FetchProfile.Item.SIZE);
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(IMAPFolder.FetchProfileItem.HEADERS);
        try {
            folder.fetch(List.of(message), profile);
            if (folder.uid(message) != uid) {
                return whole(folder, uid, LARGEST_WHOLE);
            }
            // Throws if there was no BODYSTRUCTURE to understand.
            message.getContentType();
            boolean many = message.getSize() < MANY_BYTES && parts(message, MANY_PARTS) > MANY_PARTS;
            // RFC822.SIZE is only an estimate.
            return many ? whole(folder, uid, 2 * MANY_BYTES) : message;
        } catch (MessagingException e) {
            if (ImapFailures.isLost(e)) {
                throw e;
            }
            return whole(folder, uid, LARGEST_WHOLE);
        }
    }

    /** How many parts BODYSTRUCTURE tells of, counted until there are enough. */
    private static int parts(Part part, int enough) throws MessagingException {
        if (!part.isMimeType("multipart/*")) {
            return 1;
        }
        int count = 1;
        try {
            Multipart children = (Multipart) part.getContent();
            for (int i = 0; i < children.getCount() && count <= enough; i++) {
                count += parts(children.getBodyPart(i), enough - count);
            }
        } catch (IOException e) {
            throw new MessagingException("parts not readable", e);
        }
        return count;
    }

    private static WholeMessage whole(OpenFolder folder, long uid, int most) throws MessagingException {
        FetchResponse found = folder.fetch(uid, "FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[]<0." + most + ">");
        @Nullable BODY body = found.getItem(BODY.class);
        @Nullable ByteArray bytes = body == null ? null : body.getByteArray();
        if (bytes == null) {
            throw new MailException.Unreadable(null);
        }
        return new WholeMessage(folder.session(), found, bytes);
    }
}
