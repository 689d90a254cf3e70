package oriel.imap;

import jakarta.mail.FetchProfile;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.protocol.FetchItem;
import oriel.mail.Envelope;
import oriel.mail.MessageRef;
import oriel.mail.Page;
import oriel.mime.EnvelopeParser;

/** A window of a folder by one FETCH (RFC 3501 section 6.4.5) of a range of sequence numbers. */
final class ListEnvelopes {

    private static final int MOST = 500;
    private static final int MOST_HALVINGS = 7;

    private final EnvelopeParser envelopes;
    private final FetchHeads heads;

    ListEnvelopes(EnvelopeParser envelopes) {
        this.envelopes = envelopes;
        heads = new FetchHeads(envelopes);
    }

    Page list(OpenFolder folder, int offset, int limit) throws MessagingException {
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a window of 1 to " + MOST + " rows");
        }
        folder.refresh();
        long[] hidden = DeletedMessages.hiddenIn(folder);
        int exists = folder.exists();
        int[] numbers = IntStream.iterate(exists, number -> number > 0, number -> number - 1)
                .filter(number -> Arrays.binarySearch(hidden, number) < 0)
                .skip(offset)
                .limit(limit)
                .sorted()
                .toArray();
        List<Envelope> rows = rows(folder, numbers);
        return new Page(folder.path(), folder.uidValidity(), offset, Math.max(0, exists - hidden.length), rows);
    }

    private List<Envelope> rows(OpenFolder folder, int... numbers) throws MessagingException {
        if (numbers.length == 0) {
            return List.of();
        }
        List<IMAPMessage> messages = folder.bySequence(Arrays.stream(numbers));
        // Jakarta Mail would keep all rows ever seen, and flags as they were then.
        messages.forEach(IMAPMessage::invalidateHeaders);
        fetch(folder, messages, MOST_HALVINGS);
        Map<Integer, Envelope> byHead = heads.fetch(folder, missing(messages));
        List<Envelope> rows = new ArrayList<>();
        for (IMAPMessage message : messages.reversed()) {
            if (byHead.containsKey(message.getMessageNumber())) {
                rows.add(byHead.get(message.getMessageNumber()));
                continue;
            }
            long uid = folder.uid(message);
            // Expunged meanwhile, or something the server lists but does not tell of.
            if (uid > 0 && !message.isExpunged()) {
                rows.add(row(message, folder.ref(uid)));
            }
        }
        messages.forEach(IMAPMessage::invalidateHeaders);
        return rows;
    }

    /**
     * Fetches all at once. Where some have a BODYSTRUCTURE that the server cannot make or that makes no sense, Exchange
     * refuses the whole range and Jakarta Mail skips the row; halving finds them, and they are listed without it.
     */
    private static void fetch(OpenFolder folder, List<IMAPMessage> messages, int halvings) throws MessagingException {
        boolean structure = halvings > 0 && (messages.size() > 1 || halvings == MOST_HALVINGS);
        try {
            folder.fetch(messages, profile(structure));
        } catch (MessagingException e) {
            if (!ImapFailures.isPlainRefusal(e)) {
                throw e;
            }
        }
        List<IMAPMessage> missing = missing(messages);
        if (!missing.isEmpty() && structure) {
            int half = missing.size() / 2;
            fetch(folder, missing.subList(half, missing.size()), halvings - 1);
            if (half > 0) {
                fetch(folder, missing.subList(0, half), halvings - 1);
            }
        }
    }

    private static List<IMAPMessage> missing(List<IMAPMessage> messages) {
        var lacks = new IMAPMessage.FetchProfileCondition(profile(false), new FetchItem[0]);
        return messages.stream()
                .filter(message -> !message.isExpunged() && lacks.test(message))
                .toList();
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
            return unreadable(ref);
        }
    }

    /** One message that cannot be read must not hide the others, nor itself. */
    static Envelope unreadable(MessageRef ref) {
        return new Envelope(ref, List.of(), List.of(), "", Instant.EPOCH, 0, Set.of(), Set.of(), false);
    }
}
