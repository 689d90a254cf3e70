package oriel.mime;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import java.text.ParseException;
import java.time.Instant;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import oriel.mail.Address;
import oriel.mail.EmbeddedHead;

/** The headers of a message that Oriel shows, each read once, with a bound on all of them together. */
final class MessageHead {

    /** Characters of all headers that are looked at. */
    static final int LONGEST = 262_144;

    private static final Set<String> WANTED = Set.of(
            "from",
            "sender",
            "reply-to",
            "to",
            "cc",
            "bcc",
            "subject",
            "date",
            "message-id",
            "in-reply-to",
            "references");

    private final Map<String, String> values = new HashMap<>();
    private int length;
    private boolean cut;

    private MessageHead() {}

    /**
     * Reads the headers; of a message on the server all at once.
     *
     * @throws MessagingException if the server could not be asked
     */
    static MessageHead of(MimeMessage message) throws MessagingException {
        MessageHead head = new MessageHead();
        Enumeration<Header> headers = message.getAllHeaders();
        while (headers.hasMoreElements()) {
            Header header = headers.nextElement();
            String name = header.getName().strip().toLowerCase(Locale.ROOT);
            if (WANTED.contains(name) && header.getValue() != null) {
                head.add(name, header.getValue());
            }
        }
        return head;
    }

    private void add(String name, String value) {
        String kept = value.substring(0, Math.min(value.length(), LONGEST - length));
        cut |= kept.length() < value.length();
        length += kept.length();
        boolean list = name.equals("to") || name.equals("cc") || name.equals("bcc");
        values.merge(name, kept, (first, second) -> list ? first + ", " + second : first);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<Address> addresses(String name) {
        List<Address> found = HeaderDecoder.addresses(values.get(name));
        cut |= found.size() >= AddressList.MOST;
        return found;
    }

    String subject() {
        return HeaderDecoder.text(values.get("subject"));
    }

    String messageId(String name) {
        return messageIds(name).stream().findFirst().orElse("");
    }

    List<String> messageIds(String name) {
        return HeaderDecoder.messageIds(values.get(name));
    }

    Optional<Instant> date() {
        try {
            String value = values.getOrDefault("date", "");
            return Optional.of(new MailDateFormat().parse(value).toInstant());
        } catch (ParseException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Whether something was too long; known once everything was read. */
    boolean wasCut() {
        return cut;
    }

    EmbeddedHead embedded() {
        return new EmbeddedHead(subject(), addresses("from"), addresses("to"), date().orElse(null));
    }
}
