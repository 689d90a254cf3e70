package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.jspecify.annotations.Nullable;
import oriel.mail.MessageRef;
import oriel.mail.Summary;
import oriel.mime.SummaryParser;

/**
 * UID FETCH (RFC 3501 section 6.4.8) of all that a row needs, made into rows as the answers come in, while the server is
 * still at the next ones.
 */
final class FetchSummaries {

    private static final String HEADERS = "FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER]";
    private static final int MOST_HALVINGS = 9;

    private final SummaryParser parser;

    FetchSummaries(SummaryParser parser) {
        this.parser = parser;
    }

    /** @param uids in ascending order */
    List<Summary> fetch(OpenFolder folder, long[] uids) throws MessagingException {
        return new Fetching(folder, SummaryParser.ROW + SummaryParser.REFERENCES).all(uids);
    }

    /**
     * Rows without what conversations need, by sequence numbers (section 6.4.5), in one round trip where the server tells of
     * each of them.
     *
     * @param numbers in ascending order
     */
    List<Summary> bySequence(OpenFolder folder, int[] numbers) throws MessagingException {
        return new Fetching(folder, SummaryParser.ROW)
                .bySequence(Arrays.stream(numbers).asLongStream().toArray());
    }

    /** One call. */
    private final class Fetching {

        private final OpenFolder folder;

        /** What is asked for, but for the structure. */
        private final String items;

        private final boolean hides;
        private final long validity;
        private final Map<Long, Summary> rows = new HashMap<>();
        private final Set<Long> gone = new HashSet<>();

        Fetching(OpenFolder folder, String items) throws MessagingException {
            this.folder = folder;
            this.items = items;
            hides = DeletedMessages.areHidden(folder.connection());
            validity = folder.uidValidity();
        }

        List<Summary> all(long[] uids) throws MessagingException {
            boolean told = ask(uids, items + SummaryParser.STRUCTURE);
            askForMissing(there(missing(uids)), told);
            return newestFirst(uids);
        }

        List<Summary> bySequence(long[] numbers) throws MessagingException {
            boolean told = true;
            for (String set : UidSets.of(numbers)) {
                told &= folder.tryStreamBySequence(set + " (UID " + items + SummaryParser.STRUCTURE + ")", this::take);
            }
            long[] uids = rows.size() == numbers.length ? sorted(rows.keySet()) : uids(numbers);
            askForMissing(missing(uids), told);
            return newestFirst(uids);
        }

        private long[] uids(long[] numbers) throws MessagingException {
            Set<Long> uids = new HashSet<>();
            for (String set : UidSets.of(numbers)) {
                folder.tryStreamBySequence(
                        set + " (UID)", answer -> OpenFolder.uidOf(answer).ifPresent(uids::add));
            }
            return sorted(uids);
        }

        private static long[] sorted(Set<Long> uids) {
            return uids.stream().mapToLong(Long::longValue).sorted().toArray();
        }

        private List<Summary> newestFirst(long[] uids) {
            List<Summary> newestFirst = new ArrayList<>(rows.size());
            for (int i = uids.length - 1; i >= 0; i--) {
                @Nullable Summary row = rows.get(uids[i]);
                if (row != null) {
                    newestFirst.add(row);
                }
            }
            return newestFirst;
        }

        /** @param told whether the server has told of others, and may have passed over these by mistake */
        private void askForMissing(long[] uids, boolean told) throws MessagingException {
            if (uids.length > 0 && told) {
                askAgain(uids, MOST_HALVINGS);
            } else if (uids.length > 0) {
                askInParts(uids, MOST_HALVINGS);
            }
        }

        private void askAgain(long[] uids, int halvings) throws MessagingException {
            boolean told = ask(uids, items + SummaryParser.STRUCTURE);
            long[] missing = missing(uids);
            if (missing.length > 0 && told) {
                askForLess(missing);
            } else if (missing.length > 0) {
                askInParts(missing, halvings);
            }
        }

        /** Where a server refuses many because of one of them, halving finds it. */
        private void askInParts(long[] uids, int halvings) throws MessagingException {
            if (uids.length == 1 || halvings == 0) {
                askForLess(uids);
                return;
            }
            int half = uids.length / 2;
            askAgain(Arrays.copyOf(uids, half), halvings - 1);
            askAgain(Arrays.copyOfRange(uids, half, uids.length), halvings - 1);
        }

        /** A structure that a server can't make, or that makes no sense, is no reason to do without the rest. */
        private void askForLess(long[] uids) throws MessagingException {
            ask(uids, items);
            ask(missing(uids), HEADERS);
            for (long uid : missing(uids)) {
                rows.put(uid, unreadable(uid));
            }
        }

        private Summary unreadable(long uid) {
            MessageRef ref = new MessageRef(folder.path(), validity, uid);
            return new Summary(ListEnvelopes.unreadable(ref), List.of(), "", List.of(), List.of());
        }

        /** @return false if the server refused */
        private boolean ask(long[] uids, String items) throws MessagingException {
            boolean all = true;
            for (String set : UidSets.of(uids)) {
                all &= folder.tryStream(set + " (UID " + items + ")", this::take);
            }
            return all;
        }

        private void take(FetchResponse answer) {
            long uid = OpenFolder.uidOf(answer).orElse(0L);
            if (uid <= 0) {
                return;
            }
            if (hides && DeletedMessages.isMarked(answer)) {
                gone.add(uid);
                return;
            }
            try {
                MessageRef ref = new MessageRef(folder.path(), validity, uid);
                row(answer, ref).ifPresent(row -> rows.put(uid, row));
            } catch (MessagingException | RuntimeException | StackOverflowError e) {
                // It is asked for in another way then.
                rows.remove(uid);
            }
        }

        private Optional<Summary> row(FetchResponse answer, MessageRef ref) throws MessagingException {
            Optional<Summary> row = parser.parse(answer, ref);
            @Nullable BODY body = answer.getItem(BODY.class);
            @Nullable ByteArray head = body == null ? null : body.getByteArray();
            return row.isPresent() || head == null
                    ? row
                    : Optional.of(parser.parse(new WholeMessage(folder.session(), answer, head), ref));
        }

        private long[] missing(long[] uids) {
            return Arrays.stream(uids)
                    .filter(uid -> !rows.containsKey(uid) && !gone.contains(uid))
                    .toArray();
        }

        /** Those that the folder holds; it may not have heard of the newest yet. */
        private long[] there(long[] uids) throws MessagingException {
            if (uids.length == 0) {
                return uids;
            }
            folder.refresh();
            Set<Long> found = new HashSet<>();
            for (String set : UidSets.of(uids)) {
                folder.tryStream(set + " (UID FLAGS)", answer -> {
                    if (!hides || !DeletedMessages.isMarked(answer)) {
                        OpenFolder.uidOf(answer).ifPresent(found::add);
                    }
                });
            }
            return Arrays.stream(uids).filter(found::contains).toArray();
        }
    }
}
