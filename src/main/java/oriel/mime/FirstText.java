package oriel.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.protocol.BODYSTRUCTURE;
import oriel.mail.Body;

/** A text that a message may be known by: plain rather than HTML, of the message rather than of one inside it. */
public final class FirstText {

    private static final int DEEPEST = 20;

    /** A message whose first texts are all empty is not worth more looks. */
    private static final int MOST = 4;

    static {
        LenientMime.use();
    }

    private final PartHead head;
    private final String part;

    private FirstText(Tree<?> leaf) {
        head = leaf.head();
        part = leaf.id();
    }

    /** The texts to try, the best one first, from what a server told of a message. */
    public static List<FirstText> of(BODYSTRUCTURE structure) throws MessagingException {
        List<Outline> leaves = new ArrayList<>();
        collect(Outline.of(structure), 0, leaves);
        return leaves.stream().map(FirstText::new).toList();
    }

    /** The first text of a message that is here, maybe not to its end; empty if it has none. */
    public static Optional<Body> read(MimeMessage message, int bytes) throws MessagingException {
        List<Node> leaves = new ArrayList<>();
        collect(Node.message(message), 0, leaves);
        Optional<Body> best = Optional.empty();
        for (Node each : leaves) {
            Body body = new FirstText(each).read(beginning(each, bytes), bytes);
            if (!body.content().isBlank()) {
                return Optional.of(body);
            }
            best = best.or(() -> Optional.of(body));
        }
        return best;
    }

    private static byte[] beginning(Node node, int bytes) throws MessagingException {
        try (InputStream in = PartBytes.raw(node.part())) {
            return in.readNBytes(bytes);
        } catch (IOException e) {
            throw new MessagingException("text not readable", e);
        }
    }

    private static <T extends Tree<T>> void collect(T node, int depth, List<T> found) throws MessagingException {
        if (depth > DEEPEST || found.size() >= MOST) {
            return;
        }
        if (!node.isMultipart() && !node.head().isMessage()) {
            if (BodyChooser.isReadable(node.head())) {
                found.add(node);
            }
            return;
        }
        for (T child : inOrder(node)) {
            collect(child, depth + 1, found);
        }
    }

    private static <T extends Tree<T>> List<T> inOrder(T node) throws MessagingException {
        List<T> children = node.children();
        return switch (children.isEmpty() ? "" : node.head().type()) {
            case "multipart/alternative" -> BodyChooser.ranked(children).reversed();
            case "multipart/related" -> List.of(BodyChooser.root(node));
            case "multipart/encrypted" -> List.of();
            default -> ownFirst(children);
        };
    }

    private static <T extends Tree<T>> List<T> ownFirst(List<T> children) {
        List<T> ordered = new ArrayList<>(children);
        ordered.sort((one, other) ->
                Boolean.compare(one.head().isMessage(), other.head().isMessage()));
        return ordered;
    }

    /** Its number (RFC 3501 section 6.4.5). */
    public String part() {
        return part;
    }

    /**
     * The text.
     *
     * @param raw its first bytes as they were sent
     * @param asked how many were asked for: if there are as many, it may have been cut anywhere
     */
    public Body read(byte[] raw, int asked) {
        boolean cut = raw.length >= asked;
        byte[] whole = cut ? withoutHalfCode(raw) : raw;
        byte[] bytes = PartBytes.decode(whole, head.encoding(), Contents.LONGEST_TEXT);
        Body body = TextBody.of(head, cut ? withoutHalfCharacter(bytes) : bytes, null);
        String text = body.content();
        return cut && text.endsWith("\uFFFD")
                ? new Body(body.type(), text.substring(0, text.length() - 1), body.flowed(), body.delSp(), null)
                : body;
    }

    /** Base64 writes three bytes as four, quoted-printable one as three. */
    private byte[] withoutHalfCode(byte[] raw) {
        return switch (head.encoding()) {
            case "base64" -> withoutHalfGroup(raw);
            case "quoted-printable" -> withoutHalfHex(raw);
            default -> raw;
        };
    }

    private static byte[] withoutHalfGroup(byte[] raw) {
        int digits = 0;
        int end = 0;
        for (int i = 0; i < raw.length; i++) {
            boolean digit = Character.isLetterOrDigit(raw[i]) || raw[i] == '+' || raw[i] == '/' || raw[i] == '=';
            digits += digit ? 1 : 0;
            end = digit && digits % 4 == 0 ? i + 1 : end;
        }
        return Arrays.copyOf(raw, end);
    }

    private static byte[] withoutHalfHex(byte[] raw) {
        int end = raw.length;
        for (int back = 1; back <= 2 && back <= raw.length; back++) {
            end = raw[raw.length - back] == '=' ? raw.length - back : end;
        }
        return Arrays.copyOf(raw, end);
    }

    /** UTF-8 that ends within a character would be taken for something else where nobody says that it is UTF-8. */
    private static byte[] withoutHalfCharacter(byte[] bytes) {
        int lead = bytes.length - 1;
        while (lead >= 0 && lead > bytes.length - 4 && (bytes[lead] & 0xC0) == 0x80) {
            lead--;
        }
        int needed = lead < 0 ? 0 : needed(bytes[lead]);
        return needed > bytes.length - lead ? Arrays.copyOf(bytes, lead) : bytes;
    }

    private static int needed(byte lead) {
        if ((lead & 0xE0) == 0xC0) {
            return 2;
        }
        return (lead & 0xF0) == 0xE0 ? 3 : (lead & 0xF8) == 0xF0 ? 4 : 1;
    }
}
