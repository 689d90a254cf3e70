package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.BODYSTRUCTURE;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.jspecify.annotations.Nullable;
import oriel.mail.Body;
import oriel.mime.FirstText;

/**
 * The beginnings of many messages' texts (partial FETCH, RFC 3501 section 6.4.5): with BODYSTRUCTURE comes part 1, which
 * is the text of most messages; what remains is fetched by part number, all messages with the same one at once.
 */
final class FetchTexts {

    /** Where the server cannot say what a message consists of, its beginning is fetched with this much of headers. */
    private static final int HEADERS = 64 * 1024;

    Map<Long, Body> fetch(OpenFolder folder, long[] uids, int bytes) throws MessagingException {
        return new Fetching(folder, bytes).all(uids);
    }

    /** One call. */
    private static final class Fetching {

        private final OpenFolder folder;
        private final int bytes;
        private final boolean hides;
        private final Map<Long, List<FirstText>> wanted = new HashMap<>();
        private final Map<Long, Body> texts = new HashMap<>();

        Fetching(OpenFolder folder, int bytes) throws MessagingException {
            this.folder = folder;
            this.bytes = bytes;
            hides = DeletedMessages.areHidden(folder.connection());
        }

        Map<Long, Body> all(long[] uids) throws MessagingException {
            folder.refresh();
            ask(uids, "FLAGS BODYSTRUCTURE BODY.PEEK[1]<0." + bytes + ">", this::takeFirst);
            Map<String, List<Long>> byPart = wantedByPart();
            while (!byPart.isEmpty()) {
                for (Map.Entry<String, List<Long>> each : byPart.entrySet()) {
                    String items = "BODY.PEEK[" + each.getKey() + "]<0." + bytes + ">";
                    long[] some =
                            each.getValue().stream().mapToLong(Long::longValue).toArray();
                    ask(some, items, answer -> take(answer, each.getKey()));
                    each.getValue().forEach(uid -> drop(uid, each.getKey()));
                }
                byPart = wantedByPart();
            }
            whole(Arrays.stream(uids).filter(uid -> !wanted.containsKey(uid)).toArray());
            return texts;
        }

        private boolean ask(long[] uids, String items, Consumer<FetchResponse> taker) throws MessagingException {
            boolean all = true;
            for (String set : UidSets.of(uids)) {
                all &= folder.tryStream(set + " (UID " + items + ")", taker);
            }
            return all;
        }

        private void takeFirst(FetchResponse answer) {
            @Nullable BODYSTRUCTURE structure = answer.getItem(BODYSTRUCTURE.class);
            long uid = OpenFolder.uidOf(answer).orElse(0L);
            if (structure == null || uid <= 0) {
                return;
            }
            boolean hidden = hides && DeletedMessages.isMarked(answer);
            wanted.put(uid, new ArrayList<>(hidden ? List.of() : candidates(structure)));
            if (!hidden && wanted.get(uid).isEmpty()) {
                texts.put(uid, Body.plain(""));
            }
            take(answer, "1");
        }

        private static List<FirstText> candidates(BODYSTRUCTURE structure) {
            try {
                return FirstText.of(structure);
            } catch (MessagingException | RuntimeException e) {
                return List.of();
            }
        }

        /** Keeps the text if it is the one that is wanted of its message now. */
        private void take(FetchResponse answer, String part) {
            long uid = OpenFolder.uidOf(answer).orElse(0L);
            List<FirstText> left = wanted.getOrDefault(uid, List.of());
            @Nullable BODY body = answer.getItem(BODY.class);
            @Nullable ByteArray raw = body == null ? null : body.getByteArray();
            if (raw == null || left.isEmpty() || !left.getFirst().part().equals(part)) {
                return;
            }
            byte[] content = Arrays.copyOfRange(raw.getBytes(), raw.getStart(), raw.getStart() + raw.getCount());
            Body text = left.getFirst().read(content, bytes);
            if (text.content().isBlank()) {
                texts.putIfAbsent(uid, text);
                left.removeFirst();
            } else {
                texts.put(uid, text);
                left.clear();
            }
        }

        /** What was asked for and did not come, or was empty, is not asked for again. */
        private void drop(long uid, String part) {
            List<FirstText> left = wanted.getOrDefault(uid, List.of());
            if (!left.isEmpty() && left.getFirst().part().equals(part)) {
                left.removeFirst();
            }
        }

        private Map<String, List<Long>> wantedByPart() {
            Map<String, List<Long>> byPart = new LinkedHashMap<>();
            new TreeMap<>(wanted).forEach((uid, left) -> {
                if (!left.isEmpty()) {
                    byPart.computeIfAbsent(left.getFirst().part(), part -> new ArrayList<>())
                            .add(uid);
                }
            });
            return byPart;
        }

        /** Of those whose BODYSTRUCTURE the server cannot make, or makes no sense. */
        private void whole(long[] uids) throws MessagingException {
            if (uids.length > 0) {
                ask(uids, "FLAGS BODY.PEEK[]<0." + (bytes + HEADERS) + ">", this::takeWhole);
            }
        }

        private void takeWhole(FetchResponse answer) {
            @Nullable BODY body = answer.getItem(BODY.class);
            @Nullable ByteArray raw = body == null ? null : body.getByteArray();
            long uid = OpenFolder.uidOf(answer).orElse(0L);
            if (raw == null || uid <= 0 || hides && DeletedMessages.isMarked(answer)) {
                return;
            }
            try {
                texts.put(
                        uid,
                        FirstText.read(new WholeMessage(folder.session(), answer, raw), bytes)
                                .orElse(Body.plain("")));
            } catch (MessagingException | RuntimeException | StackOverflowError e) {
                // Nothing can be read of it.
                texts.put(uid, Body.plain(""));
            }
        }
    }
}
