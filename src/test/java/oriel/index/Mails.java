package oriel.index;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import oriel.mail.Address;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mail.Summary;

/** Messages to index, each a variation of a plain one. */
record Mails(
        FolderPath folder,
        long uid,
        String from,
        String to,
        String subject,
        Instant date,
        long size,
        Set<Flag> flags,
        Set<String> tags,
        boolean attachments,
        String messageId,
        List<String> references,
        List<String> files) {

    static final long VALIDITY = 7;
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /** An unread message that was received as many minutes after the start as its UID says. */
    static Mails mail(long uid) {
        return new Mails(
                FolderPath.INBOX,
                uid,
                "Ada Lovelace <ada@oriel.test>",
                "Grace Hopper <grace@oriel.test>",
                "Subject " + uid,
                START.plusSeconds(60 * uid),
                1_000 + uid,
                Set.of(),
                Set.of(),
                false,
                "<" + uid + "@oriel.test>",
                List.of(),
                List.of());
    }

    Mails in(FolderPath other) {
        return new Mails(
                other, uid, from, to, subject, date, size, flags, tags, attachments, messageId, references, files);
    }

    Mails from(String other) {
        return new Mails(
                folder, uid, other, to, subject, date, size, flags, tags, attachments, messageId, references, files);
    }

    Mails to(String other) {
        return new Mails(
                folder, uid, from, other, subject, date, size, flags, tags, attachments, messageId, references, files);
    }

    Mails subject(String other) {
        return new Mails(
                folder, uid, from, to, other, date, size, flags, tags, attachments, messageId, references, files);
    }

    Mails at(Instant other) {
        return new Mails(
                folder, uid, from, to, subject, other, size, flags, tags, attachments, messageId, references, files);
    }

    Mails size(long other) {
        return new Mails(
                folder, uid, from, to, subject, date, other, flags, tags, attachments, messageId, references, files);
    }

    Mails flags(Flag... others) {
        return new Mails(
                folder,
                uid,
                from,
                to,
                subject,
                date,
                size,
                Set.of(others),
                tags,
                attachments,
                messageId,
                references,
                files);
    }

    Mails tags(String... others) {
        return new Mails(
                folder,
                uid,
                from,
                to,
                subject,
                date,
                size,
                flags,
                Set.of(others),
                attachments,
                messageId,
                references,
                files);
    }

    /** With attachments that have these names. */
    Mails attached(String... names) {
        return new Mails(
                folder, uid, from, to, subject, date, size, flags, tags, true, messageId, references, List.of(names));
    }

    Mails id(String other) {
        return new Mails(
                folder, uid, from, to, subject, date, size, flags, tags, attachments, other, references, files);
    }

    Mails answering(String... others) {
        return new Mails(
                folder,
                uid,
                from,
                to,
                subject,
                date,
                size,
                flags,
                tags,
                attachments,
                messageId,
                List.of(others),
                files);
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
