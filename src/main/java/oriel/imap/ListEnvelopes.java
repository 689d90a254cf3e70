package oriel.imap;

import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import oriel.mail.Envelope;
import oriel.mail.MessageRef;
import oriel.mail.Page;
import oriel.mail.Summary;

/** A window of a folder by one FETCH (RFC 3501 section 6.4.5) of a range of sequence numbers. */
final class ListEnvelopes {

    private static final int MOST = 500;

    private final FetchSummaries summaries;

    ListEnvelopes(FetchSummaries summaries) {
        this.summaries = summaries;
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
        // Jakarta Mail would make room for the whole folder, and keep all rows ever seen.
        List<Envelope> rows = summaries.bySequence(folder, numbers).stream()
                .map(Summary::envelope)
                .toList();
        return new Page(folder.path(), folder.uidValidity(), offset, Math.max(0, exists - hidden.length), rows);
    }

    /** One message that cannot be read must not hide the others, nor itself. */
    static Envelope unreadable(MessageRef ref) {
        return new Envelope(ref, List.of(), List.of(), "", Instant.EPOCH, 0, Set.of(), Set.of(), false);
    }
}
