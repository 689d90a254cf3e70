package oriel.mailbox;

import java.util.Set;
import oriel.mail.Body;
import oriel.mail.Message;

/**
 * A message made harmless, ready to be shown.
 *
 * @param message as it was sent
 * @param html its texts, cleaned, one below the other
 * @param consent whether images from elsewhere are shown, and why
 * @param blocked how many images and the like from elsewhere were left out
 * @param blockedHosts where they would have come from
 * @param trackers who learns from images that the message was read, be they shown or blocked
 * @param cut whether the text was too long to be shown whole
 */
public record OpenedMessage(
        Message message,
        String html,
        RemoteImages.Consent consent,
        int blocked,
        Set<String> blockedHosts,
        Set<String> trackers,
        boolean cut) {

    public OpenedMessage {
        blockedHosts = Set.copyOf(blockedHosts);
        trackers = Set.copyOf(trackers);
    }

    /** Whether any text is HTML, which brings its own colours, as against plain text in the page's. */
    public boolean rich() {
        return message.bodies().stream().anyMatch(body -> body.type() == Body.Type.HTML);
    }
}
