package oriel.mime;

import jakarta.activation.DataSource;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePartDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message with its place and its children, taken apart when asked and not before. Numbers are those of RFC
 * 3501 section 6.4.5: a message inside a message lends its number to its own parts, and a text that is the whole of a
 * message is its part 1.
 */
final class Node implements Tree<Node> {

    /** No multipart is taken apart further; a message has at most as many parts in all. */
    static final int MOST_CHILDREN = 1_000;

    private final Part part;
    private final PartHead head;
    private final String id;
    private boolean cut;
    private @Nullable List<Node> children;
    private @Nullable MimeMessage embedded;

    private Node(Part part, PartHead head, String id) {
        this.part = part;
        this.head = head;
        this.id = id;
    }

    /** A message as a whole. */
    static Node message(Part message) throws MessagingException {
        return message(message, "");
    }

    private static Node message(Part message, String prefix) throws MessagingException {
        PartHead head = PartHead.of(message, "text/plain");
        Node whole = new Node(message, head, prefix);
        return head.isMultipart() && !whole.children().isEmpty() ? whole : new Node(message, head, join(prefix, 1));
    }

    private static String join(String prefix, int number) {
        return prefix.isEmpty() ? Integer.toString(number) : prefix + "." + number;
    }

    Part part() {
        return part;
    }

    @Override
    public PartHead head() {
        return head;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean isMultipart() throws MessagingException {
        return head.isMultipart() && !children().isEmpty();
    }

    /** Whether it has more children than were taken. */
    boolean wasCut() {
        return cut;
    }

    /** The message in it, with its headers, where it is a {@code message/rfc822} that can be read. */
    Optional<MimeMessage> embedded() throws MessagingException {
        children();
        return Optional.ofNullable(embedded);
    }

    /** Empty also where nothing can be read. */
    @Override
    public List<Node> children() throws MessagingException {
        if (children == null) {
            children = List.of();
            try {
                children = head.isMultipart() ? multipart() : head.isMessage() ? inside() : List.of();
            } catch (MessagingException | IOException | RuntimeException e) {
                ServerTrouble.rethrow(e);
            }
        }
        return children;
    }

    private List<Node> multipart() throws MessagingException, IOException {
        List<BodyPart> parts = List.of();
        for (MultipartSource source : MultipartSource.attempts(this)) {
            BoundedMultipart multipart = new BoundedMultipart(source.data(), MOST_CHILDREN, source.guess());
            parts = multipart.parts();
            cut = multipart.wasCut() || parts.size() > MOST_CHILDREN;
            if (!parts.isEmpty()) {
                break;
            }
        }
        String defaultType = head.type().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        List<Node> nodes = new ArrayList<>();
        for (BodyPart child : parts.subList(0, Math.min(parts.size(), MOST_CHILDREN))) {
            nodes.add(new Node(child, PartHead.of(child, defaultType), join(id, nodes.size() + 1)));
        }
        return nodes;
    }

    private List<Node> inside() throws MessagingException, IOException {
        Object content = fromStructure() ? part.getContent() : null;
        if (content instanceof MimeMessage message) {
            embedded = message;
        } else {
            try (InputStream in = PartBytes.decoding(PartBytes.raw(part), head.encoding())) {
                embedded = new MimeMessage(Session.getInstance(LenientMime.in(new Properties())), in);
            }
        }
        return List.of(message(embedded, id));
    }

    /** Whether the server looked inside, which it does in vain where the message is encoded (RFC 2045 section 6.4). */
    private boolean fromStructure() throws MessagingException {
        if (head.encoding().equals("base64") || head.encoding().equals("quoted-printable")) {
            return false;
        }
        DataSource source = part.getDataHandler().getDataSource();
        return !(source instanceof MimePartDataSource);
    }

    /** The part with this number, where it is one that has content of its own. */
    Optional<Node> find(String wanted) throws MessagingException {
        if (wanted.equals(id) && !isMultipart()) {
            return Optional.of(this);
        }
        for (Node child : children()) {
            boolean leads = child.id.equals(wanted) || wanted.startsWith(child.id + ".") || child.id.equals(id);
            Optional<Node> found = leads ? child.find(wanted) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
