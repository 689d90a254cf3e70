package oriel.mime;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.util.ArrayList;
import java.util.List;
import oriel.mail.Draft;
import oriel.mail.DraftAttachment;

/**
 * The content of a message that is written: the text, with HTML beside it, with the images of the HTML around it, with
 * the files around all of that (RFC 2046 section 5.1, RFC 2387).
 */
final class DraftContent {

    private final Draft draft;
    private final List<DraftAttachment> images;
    private final List<DraftAttachment> files;

    DraftContent(Draft draft) {
        this.draft = draft;
        images = draft.attachments().stream().filter(this::isShownInPlace).toList();
        files = draft.attachments().stream()
                .filter(each -> !isShownInPlace(each))
                .toList();
    }

    private boolean isShownInPlace(DraftAttachment each) {
        return !each.contentId().isEmpty() && !draft.html().isEmpty();
    }

    void into(MimeMessage message) throws MessagingException {
        if (files.isEmpty()) {
            text(message);
            return;
        }
        List<BodyPart> parts = new ArrayList<>();
        MimeBodyPart text = new MimeBodyPart();
        text(text);
        parts.add(text);
        for (DraftAttachment file : files) {
            parts.add(DraftPart.of(file, Part.ATTACHMENT));
        }
        message.setContent(multipart("mixed", parts));
    }

    private void text(MimePart part) throws MessagingException {
        if (draft.html().isEmpty()) {
            set(part, draft.text(), "plain");
            return;
        }
        MimeBodyPart plain = new MimeBodyPart();
        set(plain, draft.text(), "plain");
        MimeBodyPart html = new MimeBodyPart();
        html(html);
        part.setContent(multipart("alternative", List.of(plain, html)));
    }

    private void html(MimePart part) throws MessagingException {
        if (images.isEmpty()) {
            set(part, draft.html(), "html");
            return;
        }
        MimeBodyPart html = new MimeBodyPart();
        set(html, draft.html(), "html");
        List<BodyPart> parts = new ArrayList<>(List.of(html));
        for (DraftAttachment image : images) {
            parts.add(DraftPart.of(image, Part.INLINE));
        }
        part.setContent(multipart("related", parts));
    }

    private static void set(MimePart part, String text, String subtype) throws MessagingException {
        part.setDataHandler(new DataHandler(new TextSource(text, subtype)));
        part.setHeader("Content-Type", "text/" + subtype + "; charset=UTF-8");
    }

    private static MimeMultipart multipart(String subtype, List<BodyPart> parts) throws MessagingException {
        MimeMultipart multipart = new MimeMultipart(subtype);
        for (BodyPart part : parts) {
            multipart.addBodyPart(part);
        }
        return multipart;
    }
}
