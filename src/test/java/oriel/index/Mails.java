package oriel.index;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import oriel.mail.Address;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mail.Summary;

/** Messages to index, each a variation of a plain one; none ever changes. */
final class Mails implements Cloneable {

    static final long VALIDITY = 7;
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final long uid;
    private FolderPath folder = FolderPath.INBOX;
    private String from = "Ada Lovelace <ada@oriel.test>";
    private String to = "Grace Hopper <grace@oriel.test>";
    private String subject;
    private Instant date;
    private long size;
    private Set<Flag> flags = Set.of();
    private Set<String> tags = Set.of();
    private boolean attachments;
    private String messageId;
    private List<String> references = List.of();
    private List<String> files = List.of();

    private Mails(long uid) {
        this.uid = uid;
        subject = "Subject " + uid;
        date = START.plusSeconds(60 * uid);
        size = 1_000 + uid;
        messageId = "<" + uid + "@oriel.test>";
    }

    /** An unread message that was received as many minutes after the start as its UID says. */
    static Mails mail(long uid) {
        return new Mails(uid);
    }

    private Mails with(Consumer<Mails> change) {
        try {
            Mails other = (Mails) clone();
            change.accept(other);
            return other;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    Mails in(FolderPath other) {
        return with(mail -> mail.folder = other);
    }

    Mails from(String other) {
        return with(mail -> mail.from = other);
    }

    Mails to(String other) {
        return with(mail -> mail.to = other);
    }

    Mails subject(String other) {
        return with(mail -> mail.subject = other);
    }

    Mails at(Instant other) {
        return with(mail -> mail.date = other);
    }

    Mails size(long other) {
        return with(mail -> mail.size = other);
    }

    Mails flags(Flag... others) {
        return with(mail -> mail.flags = Set.of(others));
    }

    Mails tags(String... others) {
        return with(mail -> mail.tags = Set.of(others));
    }

    /** With attachments that have these names. */
    Mails attached(String... names) {
        return with(mail -> {
            mail.attachments = true;
            mail.files = List.of(names);
        });
    }

    Mails id(String other) {
        return with(mail -> mail.messageId = other);
    }

    Mails answering(String... others) {
        return with(mail -> mail.references = List.of(others));
    }

    long uid() {
        return uid;
    }

    FolderPath folder() {
        return folder;
    }

    String from() {
        return from;
    }

    String to() {
        return to;
    }

    String subject() {
        return subject;
    }

    Instant date() {
        return date;
    }

    long size() {
        return size;
    }

    Set<Flag> flags() {
        return flags;
    }

    boolean attachments() {
        return attachments;
    }

    String messageId() {
        return messageId;
    }

    List<String> references() {
        return references;
    }

    MessageRef ref() {
        return new MessageRef(folder, VALIDITY, uid);
    }

    Summary summary() {
        Envelope envelope =
                new Envelope(ref(), people(from), people(to), subject, date, size, flags, tags, attachments);
        return new Summary(envelope, List.of(), messageId, references, files);
    }

    private static List<Address> people(String of) {
        if (of.isEmpty()) {
            return List.of();
        }
        int at = of.indexOf('<');
        return List.of(
                at < 0 ? new Address("", of) : new Address(of.substring(0, at), of.substring(at + 1, of.length() - 1)));
    }
}
