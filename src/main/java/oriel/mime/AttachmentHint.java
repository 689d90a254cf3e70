package oriel.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Whether a message seems to carry attachments, and which: a guess for list and index, from the structure alone. */
final class AttachmentHint {

    private static final int DEEPEST = 6;

    /** A message has a few, or else it was not written for people. */
    private static final int MOST_NAMES = 100;

    /** As long as file systems let a name be. */
    private static final int LONGEST_NAME = 255;

    private AttachmentHint() {}

    static boolean of(Part message) throws MessagingException {
        try {
            return holdsFile(Node.message(message), 0, file -> true);
        } catch (MessagingException | RuntimeException e) {
            ServerTrouble.rethrow(e);
            return false;
        }
    }

    /** From what a server told. */
    static boolean of(Outline message) throws MessagingException {
        return holdsFile(message, 0, file -> true);
    }

    /** The names of the files, as they were sent but not of any length; without those that have none. */
    static List<String> names(Outline message) throws MessagingException {
        return namesIn(message);
    }

    /** The same, as far as the message makes sense. */
    static List<String> names(Part message) throws MessagingException {
        try {
            return namesIn(Node.message(message));
        } catch (MessagingException | RuntimeException e) {
            ServerTrouble.rethrow(e);
            return List.of();
        }
    }

    private static List<String> namesIn(Tree<?> message) throws MessagingException {
        List<String> names = new ArrayList<>();
        holdsFile(message, 0, file -> {
            if (!file.fileName().isBlank()) {
                names.add(cut(file.fileName()));
            }
            return names.size() >= MOST_NAMES;
        });
        return names;
    }

    private static String cut(String name) {
        return name.codePoints()
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Goes through the files until one is the wanted one. */
    private static boolean holdsFile(Tree<?> node, int depth, Predicate<PartHead> wanted) throws MessagingException {
        PartHead head = node.head();
        if (!node.isMultipart()) {
            return isFile(head) && wanted.test(head);
        }
        if (head.type().equals("multipart/encrypted")) {
            return false;
        }
        boolean related = head.type().equals("multipart/related");
        for (Tree<?> child : depth < DEEPEST ? node.children() : List.<Tree<?>>of()) {
            boolean shownInPlace = related
                    && !child.head().contentId().isEmpty()
                    && !child.head().isAttachment();
            if (!shownInPlace && holdsFile(child, depth + 1, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFile(PartHead head) {
        boolean signature = head.type().endsWith("-signature");
        return !signature && !BodyChooser.isReadable(head) && !head.isMultipart() && !isSilent(head);
    }

    /** Parts that are data without a name and that nobody attached: invitations, reports. */
    private static boolean isSilent(PartHead head) {
        return head.fileName().isEmpty()
                && !head.isAttachment()
                && !head.type().startsWith("image/")
                && !head.isMessage()
                && !head.type().equals("application/pdf");
    }
}
