package oriel.mail;

import java.io.Serializable;
import java.util.List;

/**
 * What somebody writes: the input of {@link MailSender} and of {@link MailStore#append}.
 *
 * @param messageId our own Message-ID with angle brackets, chosen once when the writing began and kept at every attempt
 *     to send, so that a message is never sent twice unnoticed
 * @param from the author
 * @param to the recipients
 * @param subject one line
 * @param html the text as HTML; empty if it was written as plain text
 * @param text the text as plain text; always there, beside HTML as its alternative
 * @param inReplyTo Message-ID of what is answered; empty if nothing is
 * @param references the thread's Message-IDs, oldest first
 * @param attachments the files, in order; inline images carry a Content-ID
 */
public record Draft(
        String messageId,
        Address from,
        List<Address> to,
        List<Address> cc,
        List<Address> bcc,
        String subject,
        String html,
        String text,
        String inReplyTo,
        List<String> references,
        List<DraftAttachment> attachments)
        implements Serializable {

    public Draft {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        subject = Lines.folded(subject);
        Lines.single("Message-ID", messageId);
        Lines.single("In-Reply-To", inReplyTo);
        references = List.copyOf(references);
        references.forEach(reference -> Lines.single("References", reference));
        attachments = List.copyOf(attachments);
    }
}
