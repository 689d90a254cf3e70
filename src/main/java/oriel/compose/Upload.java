package oriel.compose;

import java.io.Serializable;
import java.nio.file.Path;
import oriel.mail.DraftAttachment;

/**
 * A file that goes along with what is being written.
 *
 * @param id names it within its composition
 * @param name file name for the recipient: no path, no control characters
 * @param type media type, well formed
 * @param size bytes
 * @param contentId Content-ID without angle brackets for an image in the text; else empty
 * @param file where the bytes are
 */
public record Upload(String id, String name, String type, long size, String contentId, Path file)
        implements Serializable {

    /** Whether the text shows it, so that it is not listed beside the text. */
    public boolean inText() {
        return !contentId.isEmpty();
    }

    DraftAttachment asAttachment() {
        return new DraftAttachment(name, type, size, contentId, file);
    }

    DraftAttachment asListedAttachment() {
        return new DraftAttachment(name, type, size, "", file);
    }
}
