package oriel.mail;

import java.io.Serializable;
import java.nio.file.Path;

/**
 * A file to send along, kept on disk until the message is gone.
 *
 * @param name file name for the recipient, one line
 * @param type media type, one line
 * @param size bytes
 * @param contentId Content-ID without angle brackets for an inline image; else empty
 * @param file where the bytes are
 */
public record DraftAttachment(String name, String type, long size, String contentId, Path file)
        implements Serializable {

    public DraftAttachment {
        Lines.single("file name", name);
        Lines.single("media type", type);
        Lines.single("Content-ID", contentId);
    }
}
