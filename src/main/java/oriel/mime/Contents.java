package oriel.mime;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oriel.mail.Attachment;
import oriel.mail.Body;
import oriel.mail.EmbeddedHead;
import oriel.mail.Message.Note;

/** What was found in a message so far: texts, attachments, and what is missing of them. */
final class Contents {

    /** Bytes of one text. */
    static final int LONGEST_TEXT = 2 << 20;

    /** Bytes of one text before decoding; quoted-printable may take three for one. */
    private static final int LONGEST_RAW = 3 * LONGEST_TEXT;

    /** Bytes of all texts of a message. */
    private static final int ALL_TEXTS = 8 << 20;

    private final List<Body> bodies = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final Set<Note> notes = EnumSet.noneOf(Note.class);
    private int textLeft = ALL_TEXTS;

    void note(Note note) {
        notes.add(note);
    }

    Set<Note> notes() {
        return notes;
    }

    int bodyCount() {
        return bodies.size();
    }

    /** Whether nothing to read was added since there were so many texts. */
    boolean isBlankSince(int count) {
        return bodies.subList(count, bodies.size()).stream()
                .allMatch(body -> body.content().isBlank());
    }

    void forgetSince(int count) {
        bodies.subList(count, bodies.size()).clear();
    }

    void attach(Node node) throws MessagingException {
        attachments.add(Attachments.of(node));
    }

    /** Reads a text; one that cannot be read is offered as an attachment instead. */
    void read(Node node, @Nullable EmbeddedHead embedded) throws MessagingException {
        try {
            bodies.add(body(node, bytes(node), embedded));
        } catch (MessagingException | IOException | RuntimeException e) {
            ServerTrouble.rethrow(e);
            note(Note.PART_UNREADABLE);
            attach(node);
        }
    }

    private byte[] bytes(Node node) throws MessagingException, IOException {
        byte[] raw;
        try (InputStream in = PartBytes.raw(node.part())) {
            raw = in.readNBytes(LONGEST_RAW + 1);
        }
        int most = Math.min(LONGEST_TEXT, textLeft);
        byte[] decoded = PartBytes.decode(raw, node.head().encoding(), most + 1);
        if (raw.length > LONGEST_RAW || decoded.length > most) {
            note(Note.TEXT_CUT);
        }
        byte[] kept = decoded.length > most ? Arrays.copyOf(decoded, most) : decoded;
        textLeft -= kept.length;
        return kept;
    }

    private Body body(Node node, byte[] bytes, @Nullable EmbeddedHead embedded) {
        Body body = TextBody.of(node.head(), bytes, embedded);
        if (body.type() == Body.Type.PLAIN && body.content().stripLeading().startsWith("-----BEGIN PGP MESSAGE-----")) {
            note(Note.ENCRYPTED);
        }
        return body;
    }

    /** Whether there is nothing at all to see. */
    boolean isBlank() {
        return isBlankSince(0) && attachments.isEmpty() && notes.isEmpty();
    }

    /** Takes another reading's texts; its attachments have other numbers, so that they are only told to be missing. */
    void readInstead(Contents other) {
        bodies.clear();
        bodies.addAll(other.bodies);
        notes.addAll(other.notes);
        if (!other.attachments.isEmpty()) {
            note(Note.PART_UNREADABLE);
        }
    }

    /** The texts; never none. */
    List<Body> bodies() {
        return bodies.isEmpty() ? List.of(Body.plain("")) : bodies;
    }

    /** The attachments, those marked that an HTML text shows in place. */
    List<Attachment> attachments() {
        return Attachments.marked(attachments, bodies);
    }
}
