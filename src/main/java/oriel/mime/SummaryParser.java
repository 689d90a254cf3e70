package oriel.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.BODYSTRUCTURE;
import org.eclipse.angus.mail.imap.protocol.ENVELOPE;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.jspecify.annotations.Nullable;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.MessageRef;
import oriel.mail.Summary;

/** Makes what the index keeps of a message, by the same rules as the rows of the list. */
public final class SummaryParser {

    /** The items of FETCH that {@link #parse(FetchResponse, MessageRef)} reads for a row; without its attachments. */
    public static final String ROW = "FLAGS INTERNALDATE RFC822.SIZE ENVELOPE";

    /** What tells of attachments. */
    public static final String STRUCTURE = " BODYSTRUCTURE";

    /** What tells of conversations, beside the row. */
    public static final String REFERENCES = " BODY.PEEK[HEADER.FIELDS (REFERENCES)]";

    /** The first begins the thread; of the others the latest matter most. */
    private static final int MOST_LATEST = 50;

    static {
        LenientMime.use();
    }

    private final EnvelopeParser envelopes;

    public SummaryParser(EnvelopeParser envelopes) {
        this.envelopes = envelopes;
    }

    /** From a server's answer, of which nothing else is asked; empty if there is no ENVELOPE in it. */
    public Optional<Summary> parse(FetchResponse answer, MessageRef ref) throws MessagingException {
        @Nullable ENVELOPE told = answer.getItem(ENVELOPE.class);
        if (told == null) {
            return Optional.empty();
        }
        @Nullable FLAGS marks = answer.getItem(FLAGS.class);
        @Nullable BODYSTRUCTURE structure = answer.getItem(BODYSTRUCTURE.class);
        @Nullable Outline outline = structure == null ? null : Outline.of(structure);
        Envelope row = new Envelope(
                ref,
                EmbeddedHeads.addresses(told.from),
                EmbeddedHeads.addresses(told.to),
                HeaderDecoder.text(told.subject),
                date(answer, told),
                size(answer),
                marks == null ? Set.<Flag>of() : Keywords.flags(marks),
                marks == null ? Set.of() : Keywords.tags(marks),
                outline != null && AttachmentHint.of(outline));
        String own = first(HeaderDecoder.messageIds(told.messageId));
        List<String> before = HeaderDecoder.messageIds(referencesIn(answer));
        List<String> answered = HeaderDecoder.messageIds(told.inReplyTo);
        return Optional.of(new Summary(
                row,
                EmbeddedHeads.addresses(told.cc),
                own,
                thread(before, answered, own),
                outline == null || !row.attachments() ? List.of() : AttachmentHint.names(outline)));
    }

    /** From a message of which at least the headers are here. */
    public Summary parse(MimeMessage message, MessageRef ref) throws MessagingException {
        MessageHead head = MessageHead.of(message);
        String own = head.messageId("message-id");
        return new Summary(
                envelopes.parse(message, ref),
                head.addresses("cc"),
                own,
                thread(head.messageIds("references"), head.messageIds("in-reply-to"), own),
                AttachmentHint.names(message));
    }

    private static @Nullable String referencesIn(FetchResponse answer) {
        @Nullable BODY body = answer.getItem(BODY.class);
        @Nullable ByteArray header = body == null ? null : body.getByteArray();
        return header == null
                ? null
                : new String(header.getBytes(), header.getStart(), header.getCount(), StandardCharsets.ISO_8859_1);
    }

    /** Without the message itself, which some name among those before it. */
    private static List<String> thread(List<String> before, List<String> answered, String own) {
        if (before.isEmpty() && answered.isEmpty()) {
            return List.of();
        }
        Set<String> ids = new LinkedHashSet<>(before.subList(0, Math.min(1, before.size())));
        ids.addAll(before.subList(Math.max(0, before.size() - MOST_LATEST), before.size()));
        if (!answered.isEmpty()) {
            ids.remove(answered.getFirst());
            ids.add(answered.getFirst());
        }
        ids.remove(own);
        return List.copyOf(ids);
    }

    private static String first(List<String> ids) {
        return ids.isEmpty() ? "" : ids.getFirst();
    }

    private static Instant date(FetchResponse answer, ENVELOPE told) {
        @Nullable INTERNALDATE received = answer.getItem(INTERNALDATE.class);
        if (received != null && received.getDate() != null) {
            return received.getDate().toInstant();
        }
        return told.date == null ? Instant.EPOCH : told.date.toInstant();
    }

    private static long size(FetchResponse answer) {
        @Nullable RFC822SIZE size = answer.getItem(RFC822SIZE.class);
        return size == null ? -1 : size.size;
    }
}
