package oriel.mailbox;

import java.util.List;
import java.util.Set;
import oriel.mail.Attachment;
import oriel.mail.Body;
import oriel.mail.Message;

/**
 * A message made harmless, ready to be shown.
 *
 * @param message as it was sent
 * @param html its texts, cleaned, one below the other
 * @param blocked how many images and the like from elsewhere were left out
 * @param blockedHosts where they would have come from
 * @param cut whether the text was too long to be shown whole
 */
public record OpenedMessage(Message message, String html, int blocked, Set<String> blockedHosts, boolean cut) {

    public OpenedMessage {
        blockedHosts = Set.copyOf(blockedHosts);
    }

    /** Whether any text is HTML, which brings its own colours, as against plain text in the page's. */
    public boolean rich() {
        return message.bodies().stream().anyMatch(body -> body.type() == Body.Type.HTML);
    }

    /** The attachments to list: not those that the text shows in place. */
    public List<Attachment> listed() {
        return message.attachments().stream()
                .filter(attachment -> !attachment.inline())
                .toList();
    }
}
