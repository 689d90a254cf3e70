package oriel.imap;

import java.util.Arrays;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.imap.protocol.ENVELOPE;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.jspecify.annotations.Nullable;

/**
 * By what a message is known again in another folder.
 *
 * @param id its Message-ID; empty if it has none
 * @param head when it came, which copies keep (RFC 3501 section 6.4.7), when and by whom it was written, and its subject
 */
record Likeness(String id, String head) {

    /** What it is told by. */
    static final String ITEMS = "ENVELOPE INTERNALDATE";

    static Likeness of(FetchResponse found) {
        @Nullable ENVELOPE envelope = found.getItem(ENVELOPE.class);
        @Nullable INTERNALDATE received = found.getItem(INTERNALDATE.class);
        if (envelope == null) {
            return new Likeness("", "");
        }
        String id = Objects.requireNonNullElse(envelope.messageId, "").strip();
        String head = Arrays.asList(
                        millis(received == null ? null : received.getDate()),
                        millis(envelope.date),
                        Arrays.toString(envelope.from),
                        Arrays.toString(envelope.to),
                        String.valueOf(envelope.subject))
                .stream()
                .collect(Collectors.joining("\n"));
        return new Likeness(id, received == null ? "" : head);
    }

    private static String millis(@Nullable Date date) {
        return date == null ? "" : String.valueOf(date.getTime());
    }

    boolean hasId() {
        return !id.isEmpty();
    }

    /** Whether there is anything to know it by. */
    boolean says() {
        return hasId() || !head.isEmpty();
    }

    /** Without what another message with the same Message-ID may have otherwise. */
    Likeness essence() {
        return hasId() ? new Likeness(id, "") : this;
    }
}
