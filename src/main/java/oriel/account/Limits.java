package oriel.account;

import java.io.File;
import java.io.Serializable;
import java.time.Duration;

/**
 * What a session and a message may be at most; immutable, checked when the application starts.
 *
 * @param sessionIdle after which a session without a click ends
 * @param sessionLongest after which every session ends, used or not
 * @param messageBytes size of the attachments of a message to send, as they lie on disk; on the wire they are a third bigger
 * @param uploadFolder where uploads wait until they are sent; a {@code File} because beans that hold these limits
 *     are written with the session, and a {@code Path} cannot be
 */
public record Limits(Duration sessionIdle, Duration sessionLongest, long messageBytes, File uploadFolder)
        implements Serializable {}
