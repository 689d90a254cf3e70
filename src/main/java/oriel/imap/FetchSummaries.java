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
        return new Fetching(folder).all(uids);
    }

    /** One call. */
    private final class Fetching {

        private final OpenFolder folder;
        private final boolean hides;
        private final long validity;
        private final Map<Long, Summary> rows = new HashMap<>();
        private final Set<Long> gone = new HashSet<>();

        Fetching(OpenFolder folder) throws MessagingException {
            this.folder = folder;
            hides = DeletedMessages.areHidden(folder.connection());
            validity = folder.uidValidity();
        }

        List<Summary> all(long[] uids) throws MessagingException {
            ask(uids, SummaryParser.ITEMS);
            long[] missing = there(missing(uids));
            if (missing.length > 0) {
                halve(missing, MOST_HALVINGS);
            }
            List<Summary> newestFirst = new ArrayList<>(rows.size());
            for (int i = uids.length - 1; i >= 0; i--) {
                @Nullable Summary row = rows.get(uids[i]);
                if (row != null) {
                    newestFirst.add(row);
                }
            }
            return newestFirst;
        }

        /** Where a server refuses many because of one of them, halving finds it. */
        private void halve(long[] uids, int halvings) throws MessagingException {
            boolean refused = !ask(uids, SummaryParser.ITEMS);
            long[] missing = missing(uids);
            if (refused && missing.length > 1 && halvings > 0) {
                int half = missing.length / 2;
                halve(Arrays.copyOf(missing, half), halvings - 1);
                halve(Arrays.copyOfRange(missing, half, missing.length), halvings - 1);
            } else if (missing.length > 0) {
                ask(missing, HEADERS);
                for (long uid : missing(missing)) {
                    rows.put(uid, unreadable(uid));
                }
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
