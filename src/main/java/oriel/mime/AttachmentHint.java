package oriel.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.util.List;

/** Whether a message seems to carry attachments: a guess for the list, from the structure alone. */
final class AttachmentHint {

    private static final int DEEPEST = 6;

    private AttachmentHint() {}

    static boolean of(Part message) throws MessagingException {
        try {
            return holdsFile(Node.message(message), 0);
        } catch (MessagingException | RuntimeException e) {
            ServerTrouble.rethrow(e);
            return false;
        }
    }

    /** From what a server told. */
    static boolean of(Outline message) throws MessagingException {
        return holdsFile(message, 0);
    }

    private static boolean holdsFile(Tree<?> node, int depth) throws MessagingException {
        PartHead head = node.head();
        if (!node.isMultipart()) {
            return isFile(head);
        }
        if (head.type().equals("multipart/encrypted")) {
            return false;
        }
        boolean related = head.type().equals("multipart/related");
        for (Tree<?> child : depth < DEEPEST ? node.children() : List.<Tree<?>>of()) {
            boolean shownInPlace = related
                    && !child.head().contentId().isEmpty()
                    && !child.head().isAttachment();
            if (!shownInPlace && holdsFile(child, depth + 1)) {
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
