package oriel.imap;

import jakarta.mail.MessagingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.jspecify.annotations.Nullable;
import oriel.mail.Envelope;
import oriel.mime.EnvelopeParser;

/** Rows of messages whose ENVELOPE the server cannot make or that makes no sense: by their headers, which are read here. */
final class FetchHeads {

    private static final String ITEMS = " (UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER])";

    private final EnvelopeParser envelopes;

    FetchHeads(EnvelopeParser envelopes) {
        this.envelopes = envelopes;
    }

    /** The rows by their messages' numbers in Jakarta Mail's count; without those of whom the server tells nothing. */
    Map<Integer, Envelope> fetch(OpenFolder folder, List<IMAPMessage> messages) throws MessagingException {
        Map<Integer, Envelope> rows = new HashMap<>();
        if (messages.isEmpty()) {
            return rows;
        }
        Map<Integer, IMAPMessage> bySequence =
                messages.stream().collect(Collectors.toMap(folder::sequence, each -> each, (one, other) -> one));
        String numbers = bySequence.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
        for (Response each : answers(folder, numbers)) {
            if (each instanceof FetchResponse found && bySequence.containsKey(found.getNumber())) {
                Optional<Envelope> row = row(folder, found);
                int number = bySequence.get(found.getNumber()).getMessageNumber();
                row.ifPresent(known -> rows.put(number, known));
            }
        }
        return rows;
    }

    private static Response[] answers(OpenFolder folder, String numbers) throws MessagingException {
        try {
            return folder.send("FETCH", numbers + ITEMS);
        } catch (MessagingException e) {
            if (ImapFailures.isPlainRefusal(e)) {
                return new Response[0];
            }
            throw e;
        }
    }

    private Optional<Envelope> row(OpenFolder folder, FetchResponse found) throws MessagingException {
        @Nullable BODY body = found.getItem(BODY.class);
        @Nullable ByteArray head = body == null ? null : body.getByteArray();
        Optional<Long> uid = OpenFolder.uidOf(found);
        if (head == null || uid.isEmpty() || uid.get() <= 0) {
            return Optional.empty();
        }
        WholeMessage message = new WholeMessage(folder.session(), found, head);
        return Optional.of(envelopes.parse(message, folder.ref(uid.get())));
    }
}
