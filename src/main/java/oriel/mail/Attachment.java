package oriel.mail;

import java.io.Serializable;
import java.util.Locale;

/**
 * A part of a message that is no text to read: a file, an inline image, a message inside the message.
 *
 * @param part where it stands
 * @param name a file name safe to offer: no path, no control characters, at most 200 characters, never empty
 * @param type media type in lower case without parameters, as the sender claims: {@code image/png}
 * @param size bytes as sent, that is before decoding, or -1 if unknown
 * @param contentId Content-ID without angle brackets; empty if there is none (RFC 2392)
 * @param inline whether the HTML text shows it in place, so that it need not be listed
 */
public record Attachment(PartId part, String name, String type, long size, String contentId, boolean inline)
        implements Serializable {

    public Attachment {
        type = Lines.folded(type).toLowerCase(Locale.ROOT);
        contentId = Lines.folded(contentId);
    }
}
