package oriel.mime;

import jakarta.mail.MessagingException;
import java.util.List;

/**
 * A part among the parts of its message, wherever it is known from.
 *
 * @param <T> itself
 */
interface Tree<T extends Tree<T>> {

    PartHead head();

    /** Its number (RFC 3501 section 6.4.5); empty only for the outermost multipart. */
    String id();

    /** Whether it is a multipart that could be taken apart. */
    boolean isMultipart() throws MessagingException;

    /** The parts of a multipart, or the one content of a message inside; empty for all else. */
    List<T> children() throws MessagingException;
}
