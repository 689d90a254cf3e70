package oriel.mime;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says which parts are for reading, and which of several that mean the same (RFC 2046 section 5.1.4). */
final class BodyChooser {

    /** Text that is data. */
    private static final Set<String> DATA = Set.of(
            "text/calendar",
            "text/vcard",
            "text/x-vcard",
            "text/directory",
            "text/csv",
            "text/rtf",
            "text/rfc822-headers",
            "text/x-amp-html");

    private static final Set<String> PROSE = Set.of("text/plain", "text/html", "text/enriched", "text/richtext");

    private static final int DEEPEST = 5;

    private BodyChooser() {}

    /** Whether a part that has no children is shown as text, rather than offered as a file. */
    static boolean isReadable(PartHead head) {
        if (head.isAttachment() || DATA.contains(head.type())) {
            return false;
        }
        return head.isHtml()
                || PROSE.contains(head.type())
                || head.isText() && head.fileName().isBlank();
    }

    /** The alternatives that can be read, best first: HTML before plain text, the later before the earlier. */
    static <T extends Tree<T>> List<T> ranked(List<T> alternatives) throws MessagingException {
        List<T> html = new ArrayList<>();
        List<T> plain = new ArrayList<>();
        for (T each : alternatives.reversed()) {
            if (holdsHtml(each, 0)) {
                html.add(each);
            } else if (each.isMultipart() || isReadable(each.head())) {
                plain.add(each);
            }
        }
        html.addAll(plain);
        return html;
    }

    private static boolean holdsHtml(Tree<?> node, int depth) throws MessagingException {
        if (!node.isMultipart()) {
            return node.head().isHtml() && isReadable(node.head());
        }
        for (Tree<?> child : depth < DEEPEST ? node.children() : List.<Tree<?>>of()) {
            if (holdsHtml(child, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    /** The part of a multipart/related that shows the others: the one that is named, or else the first (RFC 2387). */
    static <T extends Tree<T>> T root(T related) throws MessagingException {
        List<T> children = related.children();
        String start = related.head().parameters().get("start").replaceAll("[<>\\s]", "");
        return children.stream()
                .filter(child -> !start.isEmpty() && child.head().contentId().equals(start))
                .findFirst()
                .orElse(children.getFirst());
    }
}
