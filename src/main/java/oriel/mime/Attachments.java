package oriel.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oriel.mail.Attachment;
import oriel.mail.Body;
import oriel.mail.PartId;

/** Parts as attachments. */
final class Attachments {

    private static final Pattern CID = Pattern.compile("(?i)cid:([^\"'\\s<>)]{1,998})");
    private static final Pattern IMAGE_NAME = Pattern.compile("(?i).*\\.(png|jpe?g|gif|webp|bmp)");

    private Attachments() {}

    static Attachment of(Node node) throws MessagingException {
        PartHead head = node.head();
        return new Attachment(new PartId(node.id()), name(node), head.type(), head.size(), head.contentId(), false);
    }

    private static String name(Node node) throws MessagingException {
        PartHead head = node.head();
        String sent = head.fileName();
        if (head.isMessage()) {
            Optional<MimeMessage> message = node.embedded();
            String subject = message.isPresent() ? subject(message.get()) : "";
            // a subject may hold slashes, which part a path but not a subject
            sent = subject.isEmpty() ? sent : subject.replaceAll("[/\\\\]", " ") + ".eml";
        }
        return SafeFileNames.of(sent, head.type(), node.id().replace('.', '-'));
    }

    private static String subject(MimeMessage message) throws MessagingException {
        return EmbeddedHeads.of(message).subject();
    }

    /** The attachments, images marked inline that an HTML text refers to by Content-ID (RFC 2392). */
    static List<Attachment> marked(List<Attachment> attachments, List<Body> bodies) {
        Set<String> shown = new HashSet<>();
        for (Body body : bodies) {
            Matcher matcher = CID.matcher(body.type() == Body.Type.HTML ? body.content() : "");
            while (matcher.find()) {
                String id = matcher.group(1).replace("&amp;", "&");
                shown.add(id);
                shown.add(new String(Parameters.percentDecoded(id), StandardCharsets.UTF_8));
            }
        }
        return attachments.stream()
                .map(each -> isImage(each) && shown.contains(each.contentId()) ? inline(each) : each)
                .toList();
    }

    private static boolean isImage(Attachment each) {
        return each.type().startsWith("image/")
                || each.type().equals("application/octet-stream")
                        && IMAGE_NAME.matcher(each.name()).matches();
    }

    private static Attachment inline(Attachment each) {
        return new Attachment(each.part(), each.name(), each.type(), each.size(), each.contentId(), true);
    }
}
