package oriel.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oriel.mail.EmbeddedHead;
import oriel.mail.Message.Note;

/** Goes through a message part by part and collects what is to be shown, within bounds of number, depth and time. */
final class PartWalk {

    static final int DEEPEST = 50;
    static final int MOST_PARTS = 1_000;

    /** Of a big message each is a round trip to the server. */
    static final int MOST_TEXTS = 200;

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Contents contents;
    private final long deadline = System.nanoTime() + LONGEST.toNanos();
    private int parts;

    PartWalk(Contents contents) {
        this.contents = contents;
    }

    /** @param embedded the head of the message inside the message that the part belongs to; null for the outermost */
    void read(Node node, int depth, @Nullable EmbeddedHead embedded) throws MessagingException {
        if (!isWithinBounds(depth)) {
            contents.note(Note.PARTS_CUT);
        } else if (!node.isMultipart()) {
            leaf(node, depth, embedded);
        } else {
            multipart(node, depth, embedded);
        }
        if (node.wasCut()) {
            contents.note(Note.PARTS_CUT);
        }
    }

    private boolean isWithinBounds(int depth) {
        return depth <= DEEPEST && parts++ < MOST_PARTS && System.nanoTime() < deadline;
    }

    private void multipart(Node node, int depth, @Nullable EmbeddedHead embedded) throws MessagingException {
        List<Node> children = node.children();
        switch (node.head().type()) {
            case "multipart/alternative" -> alternative(children, depth, embedded);
            case "multipart/related" -> readOne(BodyChooser.root(node), children, depth, embedded);
            case "multipart/signed", "multipart/report" -> readOne(children.getFirst(), children, depth, embedded);
            case "multipart/encrypted" -> {
                contents.note(Note.ENCRYPTED);
                attachAll(children, depth);
            }
            default -> {
                for (Node child : children) {
                    read(child, depth + 1, embedded);
                }
            }
        }
    }

    private void readOne(Node chosen, List<Node> all, int depth, @Nullable EmbeddedHead embedded)
            throws MessagingException {
        read(chosen, depth + 1, embedded);
        for (Node each : all) {
            if (each != chosen) {
                attach(each, depth + 1);
            }
        }
    }

    /** Reads the best alternative; one without a word in it gives way to the next. */
    private void alternative(List<Node> all, int depth, @Nullable EmbeddedHead embedded) throws MessagingException {
        List<Node> ranked = BodyChooser.ranked(all);
        int before = contents.bodyCount();
        Node chosen = null;
        for (Node each : ranked) {
            if (chosen == null || contents.isBlankSince(before)) {
                contents.forgetSince(before);
                chosen = each;
                read(each, depth + 1, embedded);
            }
        }
        for (Node each : all) {
            if (each != chosen) {
                attachFiles(each, depth + 1);
            }
        }
    }

    private void leaf(Node node, int depth, @Nullable EmbeddedHead embedded) throws MessagingException {
        PartHead head = node.head();
        if (head.isMessage()) {
            contents.attach(node);
            MimeMessage message = node.embedded().orElse(null);
            if (message == null) {
                contents.note(Note.PART_UNREADABLE);
            } else {
                read(node.children().getFirst(), depth + 1, EmbeddedHeads.of(message));
            }
        } else if (BodyChooser.isReadable(head) || head.isMultipart()) {
            text(node, embedded);
        } else {
            smime(head);
            contents.attach(node);
        }
    }

    private void text(Node node, @Nullable EmbeddedHead embedded) throws MessagingException {
        if (contents.bodyCount() < MOST_TEXTS) {
            contents.read(node, embedded);
        } else {
            contents.note(Note.PARTS_CUT);
            contents.attach(node);
        }
    }

    /** Enveloped S/MIME is encrypted; opaque signed S/MIME is readable, but not by Oriel (RFC 8551 section 3). */
    private void smime(PartHead head) {
        if (head.type().equals("application/pkcs7-mime") || head.type().equals("application/x-pkcs7-mime")) {
            boolean signed = head.parameters().get("smime-type").startsWith("signed");
            contents.note(signed ? Note.PART_UNREADABLE : Note.ENCRYPTED);
        }
    }

    private void attachAll(List<Node> nodes, int depth) throws MessagingException {
        for (Node node : nodes) {
            attach(node, depth + 1);
        }
    }

    private void attach(Node node, int depth) throws MessagingException {
        if (!isWithinBounds(depth)) {
            contents.note(Note.PARTS_CUT);
        } else if (node.isMultipart()) {
            attachAll(node.children(), depth);
        } else {
            contents.attach(node);
        }
    }

    /** Attaches what is in an alternative that was not chosen, but for its texts, which say the same again. */
    private void attachFiles(Node node, int depth) throws MessagingException {
        if (!isWithinBounds(depth)) {
            contents.note(Note.PARTS_CUT);
        } else if (node.isMultipart()) {
            for (Node child : node.children()) {
                attachFiles(child, depth + 1);
            }
        } else if (!BodyChooser.isReadable(node.head())) {
            contents.attach(node);
        }
    }
}
